import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTestRemote,
  type TestRemote,
} from './__testUtils__/createTestRemote';
import { GitProgramRepository } from './GitProgramRepository';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const signal = new AbortController().signal;

describe('GitProgramRepository', () => {
  let remote: TestRemote;
  let workingDirectory: string;
  const open: GitProgramRepository[] = [];

  beforeEach(() => {
    remote = createTestRemote();
    workingDirectory = mkdtempSync(join(tmpdir(), 'gen3-test-cache-'));
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map(each => each.close()));
    remote.remove();
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  function repository(
    options: { url?: string; maxBlobBytes?: number; binary?: string } = {},
  ) {
    const created = GitProgramRepository.create({
      url: remote.url,
      workingDirectory,
      ...options,
    });
    open.push(created);
    return created;
  }

  async function readAll(git: GitProgramRepository, commit: string) {
    const files = await git.listFiles({ commit, signal });
    const blobs = await git.readBlobs({
      blobs: files.map(file => file.blob),
      signal,
    });
    return files.map(({ path, blob }) => {
      const found = blobs.get(blob);
      return [
        path,
        found?.kind === 'content' ? found.content.toString() : found?.kind,
      ];
    });
  }

  it('reads the files of a branch, whatever their names and contents', async () => {
    const commit = remote.commit({
      'z.yaml': 'z: 1\n',
      'a folder/ä "b"\n.yaml': 'no newline at the end',
      'empty.yaml': '',
    });
    const git = repository();

    await expect(git.resolve({ ref: 'main', signal })).resolves.toEqual({
      commit,
      branch: undefined,
    });
    await expect(readAll(git, commit)).resolves.toEqual([
      ['a folder/ä "b"\n.yaml', 'no newline at the end'],
      ['empty.yaml', ''],
      ['z.yaml', 'z: 1\n'],
    ]);
  });

  it('follows a branch, reads branches with slashes, tags, commits and the default branch', async () => {
    const first = remote.commit({ 'a.yaml': '1' });
    remote.git('tag', '-a', 'v1', '-m', 'one');
    remote.git('push', '-q', 'origin', 'v1');
    const git = repository();
    await readAll(git, first);
    const second = remote.commit({ 'a.yaml': '2', 'b.yaml': 'b' });
    const other = remote.commit({ 'a.yaml': '3' }, 'feat/other');

    const at = async (ref: string) =>
      (await git.resolve({ ref, signal }))?.commit;
    await expect(at('main')).resolves.toBe(second);
    await expect(at('v1')).resolves.toBe(first);
    await expect(at('feat/other')).resolves.toBe(other);
    await expect(at(first)).resolves.toBe(first);
    await expect(git.resolve({ ref: 'HEAD', signal })).resolves.toEqual({
      commit: second,
      branch: 'main',
    });
    await expect(at('other')).resolves.toBeUndefined();
    await expect(readAll(git, second)).resolves.toEqual([
      ['a.yaml', '2'],
      ['b.yaml', 'b'],
    ]);
    await expect(readAll(git, other)).resolves.toContainEqual(['a.yaml', '3']);
    await expect(readAll(git, first)).resolves.toEqual([['a.yaml', '1']]);
  });

  it('fetches only the contents that are asked for', async () => {
    const commit = remote.commit({ 'a.yaml': 'wanted', 'b.bin': 'unwanted' });
    const git = repository();
    const files = await git.listFiles({ commit, signal });
    const wanted = files.find(file => file.path === 'a.yaml')?.blob ?? '';
    const other = files.find(file => file.path === 'b.bin')?.blob ?? '';
    await git.readBlobs({ blobs: [wanted], signal });

    // Only our own copy is left once the remote is gone.
    rmSync(join(remote.folder, 'remote.git'), { recursive: true });
    const blobs = await git.readBlobs({ blobs: [wanted], signal });
    expect(blobs.get(wanted)?.kind).toBe('content');
    await expect(git.readBlobs({ blobs: [other], signal })).rejects.toThrow(
      /Cannot fetch the content of 1 files/,
    );
  });

  it('asks the remote no more for contents that were fetched before', async () => {
    const commit = remote.commit({ 'a.yaml': 'one', 'b.yaml': 'two' });
    const git = repository();
    const files = await git.listFiles({ commit, signal });
    const blobs = files.map(file => file.blob);
    await git.fetchBlobs({ blobs, signal });
    remote.remove();

    const contents = await git.readBlobs({ blobs, signal });
    expect([...contents.values()]).toEqual([
      { kind: 'content', content: Buffer.from('one') },
      { kind: 'content', content: Buffer.from('two') },
    ]);
  });

  describe('from a host that hands out commits only', () => {
    let calls: string;
    let binary: string;

    /** Git that is refused single blobs, and notes what it was called with. */
    beforeEach(() => {
      calls = join(workingDirectory, 'calls');
      binary = join(workingDirectory, 'commits-only-git');
      writeFileSync(
        binary,
        `#!/bin/sh
echo "$*" >> '${calls}'
case "$*" in *--stdin*) echo 'fatal: remote error: not our ref' >&2; exit 128;; esac
exec git "$@"
`,
        { mode: 0o755 },
      );
    });

    const wholeFetches = () =>
      readFileSync(calls, 'utf8')
        .split('\n')
        .filter(call => call.includes('--refetch'))
        .map(call => call.replace(/^.* source /, ''));

    it('reads on after a force-push', async () => {
      // All commits that were ever listed were fetched together, and that failed for ever when one of them was gone.
      const first = remote.commit({ 'a.yaml': '1' });
      const git = repository({ binary });
      await readAll(git, first);

      writeFileSync(join(remote.folder, 'work', 'a.yaml'), '2');
      remote.git('commit', '-q', '--amend', '-a', '-m', 'other');
      remote.git('push', '-q', '--force', 'origin', 'HEAD');
      remote.git('--git-dir=../remote.git', 'gc', '-q', '--prune=now');
      const second = remote.git('rev-parse', 'HEAD');
      await expect(readAll(git, second)).resolves.toEqual([['a.yaml', '2']]);
    });

    it('fetches one commit for each reading, whatever was read before', async () => {
      const git = repository({ binary });
      const commits = ['1', '2', '3'].map(a => remote.commit({ 'a.yaml': a }));
      for (const commit of commits) {
        // One reading after the other, as pushes come.
        await readAll(git, commit);
      }
      expect(wholeFetches()).toEqual(commits);
    });

    it('finds what only an older commit of the reading has, and not what none has', async () => {
      const old = remote.commit({ 'a.yaml': 'old', 'b.yaml': 'same' });
      const young = remote.commit({ 'a.yaml': 'young' });
      const git = repository({ binary });
      const [{ blob }] = await git.listFiles({ commit: old, signal });
      await git.listFiles({ commit: young, signal });

      await expect(git.readBlobs({ blobs: [blob], signal })).resolves.toEqual(
        new Map([[blob, { kind: 'content', content: Buffer.from('old') }]]),
      );
      expect(wholeFetches()).toEqual([old]);
      await expect(
        git.readBlobs({ blobs: ['0'.repeat(40)], signal }),
      ).rejects.toThrow('Cannot fetch the content of 1 files');
    });
  });

  it('leaves out symbolic links and does not read what is too large', async () => {
    remote.commit({ 'a.yaml': 'x'.repeat(100) });
    const commit = remote.link('link.yaml', '/etc/passwd');
    await expect(
      readAll(repository({ maxBlobBytes: 99 }), commit),
    ).resolves.toEqual([['a.yaml', 'too-large']]);
  });

  it('says which repository does not exist, without credentials', async () => {
    const git = repository({ url: `${remote.url}-gone` });
    const failure = git.resolve({ ref: 'main', signal });
    await expect(failure).rejects.toMatchObject({
      name: 'GitError',
      reason: 'not-found',
    });
    await expect(failure).rejects.toThrow(/remote\.git-gone"/);
  });

  it('says that a host does not answer, without the password of the URL', async () => {
    const git = repository({ url: 'https://me:geheim@127.0.0.1:9/a/b.git' });
    const error = await git
      .resolve({ ref: 'main', signal })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ reason: 'unreachable' });
    expect(String(error)).toContain('"https://127.0.0.1:9/a/b.git"');
    expect(String(error)).not.toContain('geheim');
  });

  it('says that the git program is missing', async () => {
    const git = GitProgramRepository.create({
      url: remote.url,
      binary: 'no-such-git',
      workingDirectory,
    });
    await expect(git.resolve({ ref: 'main', signal })).rejects.toThrow(
      /there is no program "no-such-git" in PATH; install git/,
    );
  });

  it.each(['--upload-pack=touch x', '-x', 'a..b', 'a b', 'x~1', 'a.lock'])(
    'refuses the ref %p without running git',
    async ref => {
      await expect(repository().resolve({ ref, signal })).rejects.toThrow(
        /name a branch, a tag or a full commit id/,
      );
    },
  );

  it('keeps neither the URL nor its password on disk, and removes everything when closed', async () => {
    const commit = remote.commit({ 'a.yaml': '1' });
    const git = repository();
    await readAll(git, commit);
    const [folder = ''] = readdirSync(workingDirectory);
    const config = readFileSync(
      join(workingDirectory, folder, 'git', 'config'),
    );
    expect(config.toString()).not.toContain('remote.git');
    await git.close();
    expect(readdirSync(workingDirectory)).toEqual([]);
  });

  it('shares no folder with another process and removes what a dead one left', async () => {
    const commit = remote.commit({ 'a.yaml': '1' });
    const [one, two] = [repository(), repository()];
    await Promise.all([readAll(one, commit), readAll(two, commit)]);
    const names = readdirSync(workingDirectory);
    expect(names).toHaveLength(2);

    const dead = names[0]?.replace(`-${process.pid}-`, '-4194999-') ?? '';
    mkdirSync(join(workingDirectory, dead));
    await readAll(repository(), commit);
    expect(readdirSync(workingDirectory)).not.toContain(dead);
    expect(readdirSync(workingDirectory)).toHaveLength(3);
  });

  it('answers calls that are made at the same time', async () => {
    const commit = remote.commit({ 'a.yaml': '1', 'b.yaml': '2' });
    const git = repository();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => readAll(git, commit)),
    );
    expect(new Set(answers.map(each => JSON.stringify(each))).size).toBe(1);
  });

  it('ends when it is aborted', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(
      repository().resolve({ ref: 'main', signal: controller.signal }),
    ).rejects.toThrow('enough');
  });
});
