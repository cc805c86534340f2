import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createTestChanges,
  launchOf,
  refusalOf,
  type TestChanges,
  untilExists,
} from './__testUtils__/createTestChanges';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(120_000);

/** Root may write everywhere, unless its capabilities are taken away. */
const AS_ANYBODY =
  process.getuid?.() === 0
    ? 'exec setpriv --bounding-set=-all --inh-caps=-all '
    : 'exec ';

describe('a change that the repository or git does not let through', () => {
  let changes: TestChanges;

  beforeEach(() => {
    changes = createTestChanges();
  });

  afterEach(() => {
    changes.remove();
  });

  it.each(['pre-receive', 'update'])(
    'tells what a hook says: %s',
    async name => {
      changes.remote.commit({ 'a.yaml': 'a' });
      changes.hook(
        name,
        'echo "only https://ann:geheim@rules.example/branches"; echo "may be pushed"; exit 1',
      );
      const before = changes.refs();
      const refusal = await refusalOf(
        changes.host().propose(launchOf({ 'b.yaml': 'b' })),
      );
      expect(refusal.reason).toBe('refused');
      expect(refusal.message).toContain(
        '"only https://rules.example/branches may be pushed',
      );
      expect(refusal.message).not.toContain('geheim');
      expect(changes.refs()).toBe(before);
    },
  );

  it('accepts what a hook accepts', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    changes.hook('pre-receive', 'echo welcome; exit 0');
    const proposed = changes.host().propose(launchOf({ 'b.yaml': 'b' }));
    await expect(proposed).resolves.toMatchObject({
      branch: 'launch/heart.example',
    });
  });

  it.each(['hash-object', 'write-tree', 'commit-tree', 'push'])(
    'leaves nothing behind when git fails at %s',
    async command => {
      changes.remote.commit({ 'a.yaml': 'a' });
      const before = changes.everything();
      const binary = changes.gitThat(command, 'kill -9 $$');
      await expect(
        changes.host({ binary }).propose(launchOf({ 'b.yaml': 'b' })),
      ).rejects.toThrow(/git was ended by SIGKILL/);
      expect(changes.everything()).toBe(before);
      expect(changes.leftovers()).toEqual([]);
    },
  );

  it('answers what was made although git was ended after it', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const binary = changes.gitThat('push', 'git "$@"; kill -9 $$');
    const { commit } = await changes
      .host({ binary })
      .propose(launchOf({ 'b.yaml': 'b' }));
    expect(changes.git('rev-parse', 'launch/heart.example')).toBe(commit);
  });

  it('leaves no branch when a hook never answers', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    changes.hook('pre-receive', 'sleep 300');
    const before = changes.refs();
    await expect(
      changes.host({ timeoutMs: 5_000 }).propose(launchOf({ 'b.yaml': 'b' })),
    ).rejects.toThrow(/git did not answer within 5000 ms/);
    expect(changes.refs()).toBe(before);
  });

  it('names the lock that a killed program left', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    writeFileSync(join(changes.bare, 'refs/heads/fix.lock'), '');
    const refusal = await refusalOf(
      changes.host().propose({ ...launchOf({ 'b.yaml': 'b' }), branch: 'fix' }),
    );
    expect(refusal.reason).toBe('refused');
    expect(refusal.message).toContain('fix.lock');
  });

  it('says that a user without rights may not write', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const objects = join(changes.bare, 'objects');
    chmodSync(objects, 0o555);
    const before = changes.everything();
    const binary = changes.gitThat('push', `${AS_ANYBODY}git "$@"`);
    const refusal = await refusalOf(
      changes.host({ binary }).propose(launchOf({ 'b.yaml': 'b' })),
    );
    chmodSync(objects, 0o755);
    expect(refusal.reason).toBe('refused');
    expect(refusal.message).toMatch(/permission/i);
    expect(changes.everything()).toBe(before);
  });

  it('makes nothing when it is aborted before or amid its work', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const before = changes.everything();
    await expect(
      changes.host().propose({
        ...launchOf({ 'b.yaml': 'b' }),
        signal: AbortSignal.abort(new Error('left')),
      }),
    ).rejects.toThrow('left');

    const reached = join(changes.remote.folder, 'reached');
    const binary = changes.gitThat(
      'commit-tree',
      `touch '${reached}'; sleep 300`,
    );
    const controller = new AbortController();
    const proposed = changes.host({ binary }).propose({
      ...launchOf({ 'b.yaml': 'b' }),
      signal: controller.signal,
    });
    const ended = Promise.allSettled([proposed]);
    await untilExists(reached);
    const reason = new Error('had enough');
    controller.abort(reason);
    await expect(ended).resolves.toEqual([{ status: 'rejected', reason }]);
    expect(changes.everything()).toBe(before);
    expect(changes.leftovers()).toEqual([]);
  });

  it('carries through what the repository is deciding on when it is aborted', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const [reached, go] = ['reached', 'go'].map(name =>
      join(changes.remote.folder, name),
    );
    changes.hook(
      'pre-receive',
      `touch '${reached}'; while ! [ -e '${go}' ]; do sleep 0.02; done`,
    );
    const controller = new AbortController();
    const proposed = changes.host().propose({
      ...launchOf({ 'b.yaml': 'b' }),
      signal: controller.signal,
    });
    await untilExists(reached ?? '');
    controller.abort();
    writeFileSync(go ?? '', '');
    const { commit } = await proposed;
    expect(changes.git('rev-parse', 'launch/heart.example')).toBe(commit);
  });
});
