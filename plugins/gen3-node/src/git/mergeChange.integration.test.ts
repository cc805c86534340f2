import {
  createTestChanges,
  launchOf,
  refusalOf,
  type TestChanges,
} from './__testUtils__/createTestChanges';
import type { BareRepositoryChangeHost } from './BareRepositoryChangeHost';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(120_000);

const { signal } = new AbortController();

describe('merge, in a bare repository', () => {
  let changes: TestChanges;
  let host: BareRepositoryChangeHost;

  beforeEach(() => {
    changes = createTestChanges();
    changes.remote.commit({ 'a.yaml': 'a: 1\n', 'old/v.yaml': 'v: 1\n' });
    host = changes.host();
  });

  afterEach(() => {
    changes.remove();
  });

  const mergeOf = (change: { branch: string; commit: string }) => ({
    base: 'main',
    message: `merge ${change.branch}`,
    author: { name: 'Grace', email: 'grace@example.org' },
    signal,
    branch: change.branch,
    commit: change.commit,
  });
  const filesAt = (ref: string) =>
    host.findFiles({ ref, matching: () => true, signal });

  it('makes a commit of both sides, by who merges, and keeps the branch', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    const { commit } = await host.merge(mergeOf(proposed));
    expect(changes.git('log', '-1', '--format=%H|%P|%an|%cn|%s', 'main')).toBe(
      `${commit}|${proposed.baseCommit} ${proposed.commit}|Grace|Portal|merge launch/heart.example`,
    );
    await expect(filesAt('main')).resolves.toEqual([
      'a.yaml',
      'b.yaml',
      'old/v.yaml',
    ]);
    expect(changes.refs()).toContain('refs/heads/launch/heart.example');
    expect(changes.leftovers()).toEqual([]);
  });

  it('merges with a base that moved, when the two touch different files', async () => {
    const proposed = await host.propose(
      launchOf({ 'b.yaml': 'b', 'a.yaml': undefined }),
    );
    const moved = changes.remote.commit({
      'c.yaml': 'c',
      'old/v.yaml': 'v: 2\n',
    });
    const { commit } = await host.merge(mergeOf(proposed));
    expect(changes.git('log', '-1', '--format=%P', commit)).toBe(
      `${moved} ${proposed.commit}`,
    );
    await expect(filesAt('main')).resolves.toEqual([
      'b.yaml',
      'c.yaml',
      'old/v.yaml',
    ]);
    expect(changes.git('show', 'main:old/v.yaml')).toBe('v: 2');
  });

  it('answers the same when it is repeated, also when the branch is gone', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    const first = await host.merge(mergeOf(proposed));
    changes.remote.git('pull', '-q', 'origin', 'main');
    changes.remote.commit({ 'c.yaml': 'c' });
    await expect(host.merge(mergeOf(proposed))).resolves.toEqual(first);
    await host.close({ branch: proposed.branch, signal });
    await expect(host.merge(mergeOf(proposed))).resolves.toEqual(first);
  });

  it('merges all of several that come at once', async () => {
    const names = ['one', 'two', 'three', 'four'];
    const proposed = await Promise.all(
      names.map(name =>
        changes
          .host()
          .propose({ ...launchOf({ [`${name}.yaml`]: name }), branch: name }),
      ),
    );
    await Promise.all(
      proposed.map(change => changes.host().merge(mergeOf(change))),
    );
    await expect(filesAt('main')).resolves.toEqual(
      ['a.yaml', 'old/v.yaml', ...names.map(name => `${name}.yaml`)].sort(),
    );
    expect(changes.git('rev-list', '--merges', '--count', 'main')).toBe('4');
  });

  it('merges anew when the base moves just before the push', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    const moved = changes.remote.commit({ 'c.yaml': 'c' });
    changes.git('update-ref', 'refs/heads/main', proposed.baseCommit);
    const binary = changes.gitThat(
      'push',
      `git --git-dir='${changes.bare}' update-ref refs/heads/main ${moved} ${proposed.baseCommit}`,
    );
    const { commit } = await changes.host({ binary }).merge(mergeOf(proposed));
    expect(changes.git('log', '-1', '--format=%P', commit)).toBe(
      `${moved} ${proposed.commit}`,
    );
    expect(changes.git('rev-parse', 'main')).toBe(commit);
  });

  it('refuses conflicts with their paths, and leaves nothing behind', async () => {
    const proposed = await host.propose(
      launchOf({ 'ä b.yaml': 'one\n', 'a.yaml': undefined, 'c.yaml': 'c' }),
    );
    changes.remote.commit({ 'ä b.yaml': 'two\n', 'a.yaml': 'a: 2\n' });
    const before = changes.everything();
    const refusal = await refusalOf(host.merge(mergeOf(proposed)));
    expect(refusal).toMatchObject({
      reason: 'conflict',
      paths: ['a.yaml', 'ä b.yaml'],
    });
    expect(refusal.message).toContain('in "a.yaml", "ä b.yaml"; close');
    expect(changes.everything()).toBe(before);
    expect(changes.leftovers()).toEqual([]);
  });

  // Git takes the one for the other's new name, and would change the values of the wrong commons.
  it('brings nothing to a file that looks like one that was removed', async () => {
    const values = 'a: 1\nb: 2\nc: 3\nd: 4\ne: 5\nf: 6\n';
    changes.remote.commit({ 'heart/v.yaml': values });
    const proposed = await host.propose(
      launchOf({ 'heart/v.yaml': `${values}g: 7\n` }),
    );
    changes.remote.commit({ 'heart/v.yaml': null, 'lung/v.yaml': values });
    const refusal = await refusalOf(host.merge(mergeOf(proposed)));
    expect(refusal.paths).toEqual(['heart/v.yaml', 'lung/v.yaml']);
  });

  it('adds a file where it was approved although its folder was renamed', async () => {
    const proposed = await host.propose(launchOf({ 'old/new.yaml': 'n' }));
    changes.remote.commit({ 'old/v.yaml': null, 'new/v.yaml': 'v: 1\n' });
    await host.merge(mergeOf(proposed));
    await expect(filesAt('main')).resolves.toEqual([
      'a.yaml',
      'new/v.yaml',
      'old/new.yaml',
    ]);
  });

  it('refuses what was not approved, and what is not there', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    const { branch } = proposed;
    const on = changes.remote.commit({ 'b.yaml': 'evil' }, 'side');
    changes.git('update-ref', `refs/heads/${branch}`, on);
    const before = changes.refs();
    const moved = await refusalOf(host.merge(mergeOf(proposed)));
    expect(moved.reason).toBe('branch-moved');
    expect(moved.message).toContain(
      `branch "${branch}" is at ${on} and no more at ${proposed.commit}`,
    );
    const reasons = [];
    for (const other of [
      { branch: 'none' },
      { base: 'none' },
      { commit: 'f'.repeat(40), branch: 'none' },
      { commit: proposed.commit.slice(0, 12) },
    ]) {
      const merge = { ...mergeOf(proposed), ...other };
      reasons.push((await refusalOf(host.merge(merge))).reason);
    }
    expect(reasons).toEqual([
      'not-found',
      'not-found',
      'not-found',
      'bad-branch',
    ]);
    expect(changes.refs()).toBe(before);
  });

  it('tells what a hook of the base says', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    changes.hook('update', 'echo "$1 is frozen"; exit 1');
    const before = changes.refs();
    const refusal = await refusalOf(host.merge(mergeOf(proposed)));
    expect(refusal.reason).toBe('refused');
    expect(refusal.message).toContain('refs/heads/main is frozen');
    expect(changes.refs()).toBe(before);
  });

  it('names the version of a git that is too old', async () => {
    const proposed = await host.propose(launchOf({ 'b.yaml': 'b' }));
    const binary = changes.gitThat(
      'merge-tree',
      'echo "usage: git merge-tree <base-tree> <branch1> <branch2>" >&2; exit 129',
    );
    const old = changes.host({ binary });
    const { branch, commit } = proposed;
    const refusals = [
      await refusalOf(old.merge(mergeOf(proposed))),
      await refusalOf(old.status({ branch, base: 'main', commit, signal })),
    ];
    expect(refusals.map(({ reason }) => reason)).toEqual([
      'git-too-old',
      'git-too-old',
    ]);
    expect(refusals[0]?.message).toMatch(
      /the portal has "git version \d.*install git 2\.38 or newer/,
    );
  });
});
