import { ConflictError } from '@backstage/errors';
import type { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { changeDetails } from '../__testUtils__/changeDetails';
import { runAction } from '../__testUtils__/runAction';
import { publishChange } from '../publish/publishChange';
import { createOpenAction } from './createOpenAction';

const PAGE = 'https://github.com/org/gitops/pull/7';

const called = changeDetails({
  host: 'github',
  state: 'proposing',
  waits: { for: ['c0ffee01'], turn: 'author' },
  pullRequest: {
    repository: 'https://github.com/org/gitops',
    base: 'main',
    message: 'Launch heart.example.org',
    author: { name: 'Alma', email: 'alma@example.org' },
    files: [{ path: 'a.yaml', after: 'b\n' }],
  },
});

/** A backend that gives what opens a change, or refuses, and what was done. */
function createBackend(refusal?: Error, given: ChangeDetails = called) {
  const asked: string[] = [];
  const action = createOpenAction({
    client: {
      open: async id => {
        asked.push(`open ${id}`);
        if (refusal) throw refusal;
        return given;
      },
    },
    publish: (change, by) =>
      publishChange(change, {
        ...by,
        open: async ({ files }) => {
          asked.push(
            `open ${files.length} file at host, else ${by.whenRefused}`,
          );
          return PAGE;
        },
        client: {
          opened: async (_, { url }) => ({ ...change, state: 'open', url }),
          close: () => Promise.reject(new Error('closed')),
        },
      }),
  });
  const run = (how?: Parameters<typeof runAction>[2]) =>
    runAction(action, { changeId: 'c0ffee00' }, how);
  return { run, asked };
}

describe('gen3:change:open', () => {
  it('opens the pull request with what the portal gives, and leads to it', async () => {
    const { run, asked } = createBackend();
    const { done, outputs } = run();
    await done;
    expect(asked).toEqual(['open c0ffee00', 'open 1 file at host, else keep']);
    expect(outputs).toEqual({
      changeId: 'c0ffee00',
      changePath: '/changes/c0ffee00',
      hostname: 'heart.example.org',
      entityRef: 'system:default/heart.example.org',
      title: 'Launch heart.example.org',
      branch: 'launch/heart.example.org-c0ffee00',
      url: PAGE,
      files: ['a.yaml'],
    });
  });

  // A process that stopped before it had noted its step had told the portal already, and was refused when its task began anew.
  it('leads to the pull request of a change that is open already', async () => {
    const isOpen = changeDetails({ host: 'github', state: 'open', url: PAGE });
    const { run, asked } = createBackend(undefined, isOpen);
    const { done, outputs } = run();
    await done;
    expect([asked, outputs.url]).toEqual([['open c0ffee00'], PAGE]);
  });

  it('opens nothing that the portal refuses', async () => {
    const { run, asked } = createBackend(new ConflictError('It waits'));
    const { done, outputs } = run();
    await expect(done).rejects.toThrow('It waits');
    expect([asked, outputs]).toEqual([['open c0ffee00'], {}]);
  });

  it('asks the portal in a dry run, and opens nothing', async () => {
    const { run, asked } = createBackend();
    const { done, outputs } = run({ isDryRun: true });
    await done;
    expect(asked).toEqual(['open c0ffee00']);
    expect(outputs).toMatchObject({ changeId: 'c0ffee00', url: '' });
    const refusing = createBackend(new ConflictError('It waits'));
    await expect(refusing.run({ isDryRun: true }).done).rejects.toThrow(
      'It waits',
    );
  });

  it('opens nothing again when its task begins anew', async () => {
    const { run, asked } = createBackend();
    const how = { checkpoints: new Map<string, string>() };
    const before = run(how);
    await before.done;
    asked.length = 0;
    const { done, outputs } = run(how);
    await done;
    expect([asked, outputs]).toEqual([[], before.outputs]);
  });
});
