import {
  createTestChanges,
  launchOf,
  refusalOf,
  type TestChanges,
} from './__testUtils__/createTestChanges';
import type { BareRepositoryChangeHost } from './BareRepositoryChangeHost';
import type { ProposedChange } from './ChangeHost';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(120_000);

const { signal } = new AbortController();

describe('status, in a bare repository', () => {
  let changes: TestChanges;
  let host: BareRepositoryChangeHost;
  let proposed: ProposedChange;

  beforeEach(async () => {
    changes = createTestChanges();
    changes.remote.commit({ 'a.yaml': 'a: 1\n', 'gone.yaml': 'g: 1\n' });
    host = changes.host();
    proposed = await host.propose(
      launchOf({ 'a.yaml': 'a: 2\n', 'b ä.yaml': 'b', 'gone.yaml': undefined }),
    );
  });

  afterEach(() => {
    changes.remove();
  });

  const { branch } = launchOf({});
  const status = (commit: string | undefined = proposed.commit) =>
    host.status({ branch, base: 'main', commit, signal });
  const settled = { conflicts: [], behind: 0 };
  const squashed = { 'a.yaml': 'a: 2\n', 'b ä.yaml': 'b', 'gone.yaml': null };

  it('is open, and counts what the base has more', async () => {
    const { commit } = proposed;
    const open = { state: 'open', commit, conflicts: [], behind: 0 };
    await expect(status()).resolves.toEqual(open);
    changes.remote.commit({ 'c.yaml': 'c' });
    changes.remote.commit({ 'c.yaml': 'd' });
    await expect(status()).resolves.toEqual({ ...open, behind: 2 });
  });

  it('is open with conflicts, and leaves nothing behind', async () => {
    changes.remote.commit({ 'a.yaml': 'a: 3\n', 'gone.yaml': 'g: 2\n' });
    const before = changes.everything();
    await expect(status()).resolves.toEqual({
      state: 'open',
      commit: proposed.commit,
      conflicts: ['a.yaml', 'gone.yaml'],
      behind: 1,
    });
    expect(changes.everything()).toBe(before);
    expect(changes.leftovers()).toEqual([]);
  });

  it('is open when only some of its files are in the base', async () => {
    changes.remote.commit({ 'a.yaml': 'a: 2\n', 'b ä.yaml': 'b' });
    await expect(status()).resolves.toMatchObject({ state: 'open' });
  });

  it('is merged by our merge, whatever comes later, with its branch or without', async () => {
    const { commit: mergeCommit } = await host.merge({
      ...launchOf({}),
      commit: proposed.commit,
    });
    const merged = { ...settled, state: 'merged', mergeCommit };
    const { commit } = proposed;
    await expect(status()).resolves.toEqual({ ...merged, commit });
    changes.remote.git('pull', '-q', 'origin', 'main');
    changes.remote.commit({ 'a.yaml': 'a: 1\n' });
    await expect(status()).resolves.toEqual({ ...merged, commit });
    await host.close({ branch, signal });
    await expect(status()).resolves.toEqual(merged);
  });

  it('is merged when the base was moved forward to it', async () => {
    const { commit } = proposed;
    changes.git('update-ref', 'refs/heads/main', commit);
    const merged = { ...settled, state: 'merged', commit, mergeCommit: commit };
    await expect(status()).resolves.toEqual(merged);
    changes.remote.git('pull', '-q', 'origin', 'main');
    changes.remote.commit({ 'c.yaml': 'c' });
    await expect(status()).resolves.toEqual(merged);
  });

  it('is merged when a squashed commit has its content, also after that was taken back', async () => {
    changes.remote.commit({ 'c.yaml': 'c' });
    const mergeCommit = changes.remote.commit(squashed);
    const merged = {
      ...settled,
      state: 'merged',
      commit: proposed.commit,
      mergeCommit,
    };
    await expect(status()).resolves.toEqual(merged);
    changes.remote.commit({ 'a.yaml': 'a: 1\n', 'b ä.yaml': null });
    await expect(status()).resolves.toEqual(merged);
    await host.close({ branch, signal });
    await expect(status()).resolves.toEqual({ ...merged, commit: undefined });
  });

  it('is merged when its content came bit by bit, and once was another', async () => {
    changes.remote.commit({ 'a.yaml': 'a: 2\n' });
    changes.remote.commit({ 'a.yaml': 'a: 9\n', 'b ä.yaml': 'b' });
    changes.remote.commit({ 'gone.yaml': null });
    await expect(status()).resolves.toMatchObject({ state: 'open' });
    const mergeCommit = changes.remote.commit({ 'a.yaml': 'a: 2\n' });
    await expect(status()).resolves.toMatchObject({
      state: 'merged',
      mergeCommit,
    });
  });

  it('is merged when what was added on its branch was squashed with it', async () => {
    changes.remote.git('fetch', '-q', 'origin');
    changes.remote.git('checkout', '-q', '-B', branch, `origin/${branch}`);
    const tip = changes.remote.commit({ 'd.yaml': 'd' }, branch);
    await expect(status()).resolves.toMatchObject({
      state: 'open',
      commit: tip,
    });
    changes.remote.git('checkout', '-q', '-B', 'main', 'origin/main');
    const mergeCommit = changes.remote.commit({
      ...squashed,
      'd.yaml': 'd',
      'a.yaml': 'a: 2\n',
    });
    await expect(status()).resolves.toMatchObject({
      state: 'merged',
      mergeCommit,
    });
  });

  it('is gone when its branch is, and its content is nowhere', async () => {
    await host.close({ branch, signal });
    const gone = { ...settled, state: 'gone' };
    await expect(status()).resolves.toEqual(gone);
    await expect(
      host.status({ branch, base: 'main', signal }),
    ).resolves.toEqual(gone);
    changes.git('gc', '-q', '--prune=now');
    await expect(status()).resolves.toEqual(gone);
  });

  it('is not merged by a branch that was put back to the base', async () => {
    changes.git('update-ref', `refs/heads/${branch}`, proposed.baseCommit);
    await expect(status()).resolves.toMatchObject({
      state: 'open',
      commit: proposed.baseCommit,
    });
  });

  it('goes by the branch when no commit is named', async () => {
    const { commit } = proposed;
    const now = host.status({ branch, base: 'main', signal });
    await expect(now).resolves.toMatchObject({ state: 'open', commit });
  });

  it('needs a base', async () => {
    const refusal = await refusalOf(
      host.status({ branch, base: 'prod', signal }),
    );
    expect(refusal.reason).toBe('not-found');
    expect(refusal.message).toMatch(
      /^Cannot follow branch .* no branch "prod"/,
    );
  });
});
