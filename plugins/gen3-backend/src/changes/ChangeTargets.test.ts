import { mockServices } from '@backstage/backend-test-utils';
import { HostedRepository } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createFakeHost } from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { ChangeTargets } from './ChangeTargets';

/** Three sources: one is on this machine, one at GitHub, and one at a host that nobody knows. */
function create() {
  const made: string[] = [];
  const targets = ChangeTargets.create({
    targets: [
      createTarget({ id: 'here' }),
      createTarget({ id: 'away', url: 'https://git.example.org/a.git' }),
      createTarget({ id: 'hosted', url: 'https://github.com/org/gitops' }),
    ],
    createHost: ({ id, url }) => {
      if (!url.startsWith('file://')) return undefined;
      made.push(id);
      return createFakeHost();
    },
    createHosted: ({ url: repository }) =>
      repository.startsWith('https://github.com/')
        ? HostedRepository.create({
            host: 'github',
            repository,
            reader: mockServices.urlReader.mock(),
          })
        : undefined,
  });
  return { targets, made };
}

describe('ChangeTargets', () => {
  it('knows its sources in the order of config', () => {
    const { targets } = create();
    expect(targets.ids()).toEqual(['here', 'away', 'hosted']);
    expect(targets.find('away')?.url).toBe('https://git.example.org/a.git');
    expect(targets.find('nowhere')).toBeUndefined();
  });

  it('tells which of them take changes, and the chart of what is launched there', () => {
    const { chart } = createTarget();
    expect(create().targets.list()).toEqual([
      { id: 'here', takesChanges: true, chart },
      { id: 'away', takesChanges: false, chart },
      { id: 'hosted', takesChanges: true, chart },
    ]);
  });

  it('tells which would not see a commons that is launched with its chart', () => {
    const listed = (charts: string[]) =>
      ChangeTargets.create({
        targets: [createTarget({ charts })],
        createHost: () => createFakeHost(),
      }).list();
    expect(listed(['umbrella'])).toMatchObject([{ unseenChart: 'gen3' }]);
    expect(listed(['gen3'])[0]).not.toHaveProperty('unseenChart');
  });

  it('makes the host of a repository once', () => {
    const { targets, made } = create();
    const { host, target } = targets.require('here');
    expect(targets.require('here').host).toBe(host);
    expect([target.id, made]).toEqual(['here', ['here']]);
  });

  it('names the sources that there are when it is asked for another', () => {
    expect(() => create().targets.require('nowhere')).toThrow(
      'There is no managed gitops source "nowhere" (catalog.providers.gen3.nowhere); known are here, away, hosted',
    );
  });

  it('says why a repository elsewhere takes no changes', () => {
    expect(() => create().targets.require('away')).toThrow(
      /repository of source "away": it is not on this machine/,
    );
  });

  it('tells where changes are reviewed', () => {
    const { targets } = create();
    expect(targets.hostOf('here')).toBe('local');
    expect(targets.hostOf('hosted')).toBe('github');
    expect(() => targets.hostOf('away')).toThrow(/source "away"/);
  });

  it('reads a repository at a host, and reviews nothing there', () => {
    const { targets } = create();
    expect(targets.require('hosted').target.id).toBe('hosted');
    expect(() => targets.requireLocal('hosted')).toThrow(
      /source "hosted" are reviewed where its repository is/,
    );
    expect(targets.requireHosted('hosted').repository).toBe(
      'https://github.com/org/gitops',
    );
    const { host } = targets.require('here');
    expect(targets.requireLocal('here').host).toBe(host);
    expect(() => targets.requireHosted('here')).toThrow(
      /source "here" are reviewed in this portal/,
    );
  });
});
