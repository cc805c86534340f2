import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import {
  ADA,
  createTestChanges,
  launchOf,
  refusalOf,
  type TestChanges,
} from './__testUtils__/createTestChanges';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(120_000);

describe('propose, in a bare repository', () => {
  let changes: TestChanges;

  beforeEach(() => {
    changes = createTestChanges();
  });

  afterEach(() => {
    changes.remove();
  });

  const treeAt = (ref: string) => changes.git('ls-tree', '-r', '-z', ref);

  it('adds, changes and removes files, and leaves all others as they are', async () => {
    changes.remote.commit({ 'run.sh': 'old' });
    chmodSync(join(changes.remote.folder, 'work', 'run.sh'), 0o755);
    changes.remote.link('link.yaml', 'other.yaml');
    const base = changes.remote.commit({
      'other.yaml': 'o: 1\n',
      'gone.yaml': 'g: 1\n',
      'way/file.yaml': 'w: 1\n',
      plain: 'p',
    });
    const proposed = await changes.host().propose(
      launchOf({
        'a folder/ä "b" 心.yaml': 'new: ü\n',
        'run.sh': 'new',
        'gone.yaml': undefined,
        'never.yaml': undefined,
        // A folder becomes a file, and a file a folder.
        'way/file.yaml': undefined,
        way: 'now a file',
        plain: undefined,
        'plain/deep/file': 'now below',
      }),
    );

    const { branch, baseCommit, commit } = proposed;
    expect([branch, baseCommit]).toEqual(['launch/heart.example', base]);
    expect(changes.git('rev-parse', `refs/heads/${branch}`)).toBe(commit);
    expect(
      treeAt(commit)
        .split('\0')
        .map(line => line.replace(/ .*\t/, ' ')),
    ).toEqual([
      '100644 a folder/ä "b" 心.yaml',
      '120000 link.yaml',
      '100644 other.yaml',
      '100644 plain/deep/file',
      '100755 run.sh',
      '100644 way',
      '',
    ]);
    expect(changes.git('show', `${commit}:run.sh`)).toBe('new');
    expect(changes.git('show', `${commit}:a folder/ä "b" 心.yaml`)).toBe(
      'new: ü',
    );
    expect(
      changes.git('log', '-1', '--format=%P|%an|%ae|%cn|%ce|%B', commit),
    ).toBe(
      `${base}|Ada Ärmel|ada@example.org|Portal|portal@example.org|launch heart.example\n\nas asked`,
    );
    expect(changes.git('rev-parse', 'main')).toBe(base);
    expect(changes.leftovers()).toEqual([]);
  });

  it('keeps names that hold brackets and line breaks from becoming headers', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const { commit } = await changes.host().propose({
      ...launchOf({ 'b.yaml': 'b' }),
      author: { name: 'Eve <e@x>\ncommitter Root', email: 'eve@x>\n<root' },
    });
    expect(changes.git('log', '-1', '--format=%an|%ae|%cn', commit)).toBe(
      'Eve e@x committer Root|eve@x root|Portal',
    );
  });

  it('answers what is there when it is repeated, also when the base moved on', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const host = changes.host();
    const first = await host.propose(launchOf({ 'b.yaml': 'b' }));
    await expect(host.propose(launchOf({ 'b.yaml': 'b' }))).resolves.toEqual(
      first,
    );
    changes.remote.commit({ 'a.yaml': 'later' });
    await expect(host.propose(launchOf({ 'b.yaml': 'b' }))).resolves.toEqual(
      first,
    );
  });

  it('refuses a branch that holds anything else, or is in the way', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const host = changes.host();
    await host.propose(launchOf({ 'b.yaml': 'b' }));
    const before = changes.refs();

    const other = await refusalOf(host.propose(launchOf({ 'b.yaml': 'c' })));
    expect(other.reason).toBe('branch-exists');
    expect(other.message).toMatch(
      /^Cannot propose branch "launch\/heart\.example" in git repository "file:\/\/.*remote\.git": branch .* with something else on it; choose another name/,
    );
    const below = await refusalOf(
      host.propose({ ...launchOf({ 'b.yaml': 'b' }), branch: 'launch' }),
    );
    expect([below.reason, below.message]).toEqual([
      'branch-exists',
      expect.stringContaining("'refs/heads/launch/heart.example' exists"),
    ]);
    expect(changes.refs()).toBe(before);
  });

  it('refuses a branch with merges or several commits on it', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    changes.remote.commit({ 'b.yaml': 'x' }, 'launch/heart.example');
    changes.remote.commit({ 'b.yaml': 'b' }, 'launch/heart.example');
    const refusal = refusalOf(
      changes.host().propose(launchOf({ 'b.yaml': 'b' })),
    );
    expect((await refusal).reason).toBe('branch-exists');
  });

  it.each([
    ['the same content', { 'a.yaml': 'a' }],
    ['removing what is not there', { 'b.yaml': undefined }],
    ['no files', {}],
  ])('refuses to change nothing: %s', async (_label, files) => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const before = changes.everything();
    const refusal = await refusalOf(changes.host().propose(launchOf(files)));
    expect(refusal.reason).toBe('nothing-to-change');
    expect(changes.everything()).toBe(before);
  });

  it.each([
    ['../out.yaml', 'has a part that is empty, "." or ".."'],
    ['a/.GIT/config', "lies in git's own folder"],
    ['a.yaml/b.yaml', 'lies below "a.yaml", which is a file'],
    ['link/b.yaml', 'lies below "link", which is a file'],
    ['folder', 'is a folder, with "folder/c.yaml" in it'],
    ['link', 'is a symbolic link or a submodule'],
  ])('refuses the path %j', async (path, complaint) => {
    changes.remote.commit({ 'a.yaml': 'a', 'folder/c.yaml': 'c' });
    changes.remote.link('link', 'folder');
    const before = changes.everything();
    const refusal = await refusalOf(
      changes.host().propose(launchOf({ 'fine.yaml': 'f', [path]: 'x' })),
    );
    expect(refusal).toMatchObject({ reason: 'bad-path', paths: [path] });
    expect(refusal.message).toContain(`path "${path}" ${complaint}`);
    expect(changes.everything()).toBe(before);
  });

  it('lets exactly one of two win that propose different things at once', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const ends = await Promise.allSettled(
      ['one', 'two'].map(text =>
        changes.host().propose(launchOf({ 'b.yaml': text })),
      ),
    );
    const [won, lost] = [...ends].sort((a, b) =>
      a.status < b.status ? -1 : 1,
    );
    expect(won).toMatchObject({
      status: 'fulfilled',
      value: { commit: changes.git('rev-parse', 'launch/heart.example') },
    });
    expect(lost).toMatchObject({
      status: 'rejected',
      reason: { name: 'ChangeHostError', reason: 'branch-exists' },
    });
  });

  it('gives two that propose the same at once the same answer', async () => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const [one, two] = await Promise.all(
      [ADA, { ...ADA, name: 'Bob' }].map(each =>
        changes
          .host()
          .propose({ ...launchOf({ 'b.yaml': 'b' }), author: each }),
      ),
    );
    expect(one).toEqual(two);
  });

  it('sees a branch that somebody makes just before it is pushed', async () => {
    const base = changes.remote.commit({ 'a.yaml': 'a' });
    const binary = changes.gitThat(
      'push',
      `git --git-dir='${changes.bare}' update-ref refs/heads/launch/heart.example ${base}`,
    );
    const refusal = await refusalOf(
      changes.host({ binary }).propose(launchOf({ 'b.yaml': 'b' })),
    );
    expect(refusal.reason).toBe('branch-exists');
    expect(changes.git('rev-parse', 'launch/heart.example')).toBe(base);
  });

  it.each([
    ['branch', { branch: 'a..b' }, 'bad-branch', '"a..b" can be no branch'],
    ['option', { branch: '--all' }, 'bad-branch', '"--all" can be no branch'],
    ['base', { branch: 'main' }, 'bad-branch', 'cannot be its own base'],
    ['no base', { base: 'prod' }, 'not-found', 'no branch "prod"'],
  ] as const)('refuses names: %s', async (_label, names, reason, detail) => {
    changes.remote.commit({ 'a.yaml': 'a' });
    const refusal = await refusalOf(
      changes.host().propose({ ...launchOf({ 'b.yaml': 'b' }), ...names }),
    );
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toContain(detail);
  });
});
