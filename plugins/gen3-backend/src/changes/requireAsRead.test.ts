import { mockServices } from '@backstage/backend-test-utils';
import { createFakeHost } from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { launchRecord } from './__testUtils__/changeRecords';
import { ChangePublisher } from './ChangePublisher';
import { ChangeTargets } from './ChangeTargets';
import { requireAsRead } from './requireAsRead';

const { signal } = new AbortController();

const baseCommit = 'b'.repeat(40);

const check = (held: string | undefined, before: string | undefined) =>
  requireAsRead({
    host: { readFiles: async () => new Map([['a.yaml', held]]) },
    files: [{ path: 'a.yaml', before, after: 'new\n' }],
    baseCommit,
    signal,
  });

describe('requireAsRead', () => {
  it.each([
    ['a file that is as it was', 'a\n', 'a\n'],
    ['a file that is still not there', undefined, undefined],
  ])('takes %s', async (_, held, before) => {
    await expect(check(held, before)).resolves.toBeUndefined();
  });

  it.each([
    ['was changed', 'b\n', 'a\n'],
    ['is gone', undefined, 'a\n'],
    ['is there by now', 'b\n', undefined],
  ])('refuses a file that %s', async (_, held, before) => {
    await expect(check(held, before)).rejects.toThrow(
      '"a.yaml" was changed by others',
    );
  });

  it('leaves no branch of a change that would take back what others did', async () => {
    const host = createFakeHost();
    const moves: string[] = [];
    const publisher = ChangePublisher.create({
      store: {
        advance: async (_, { to }) => moves.push(to) > 0,
        get: async () => undefined,
      },
      targets: ChangeTargets.create({
        targets: [createTarget()],
        createHost: () => host,
      }),
      findPerson: async () => ({ name: 'Alma', email: 'alma@example.org' }),
      logger: mockServices.logger.mock(),
    });
    const record = launchRecord({
      state: 'proposing',
      // The repository of this test has no such file.
      files: [{ path: 'a.yaml', before: 'a\n', after: 'b\n' }],
    });
    await expect(publisher.publish(record, { signal })).rejects.toThrow(
      'propose the change anew',
    );
    expect([moves, host.branches.size]).toEqual([['abandoned'], 0]);
  });
});
