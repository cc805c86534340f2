import { execFileSync } from 'node:child_process';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createTestRemote,
  type TestRemote,
} from './__testUtils__/createTestRemote';
import { GitProgramHistory } from './GitProgramHistory';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const signal = new AbortController().signal;

describe('GitProgramHistory', () => {
  let remote: TestRemote;
  let workingDirectory: string;
  const open: GitProgramHistory[] = [];

  beforeEach(() => {
    remote = createTestRemote();
    workingDirectory = mkdtempSync(join(tmpdir(), 'gen3-test-cache-'));
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map(each => each.close()));
    remote.remove();
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  function history(
    options: { url?: string; maxDepth?: number; binary?: string } = {},
  ) {
    const created = GitProgramHistory.create({
      url: remote.url,
      workingDirectory,
      ...options,
    });
    open.push(created);
    return created;
  }

  const list = async (
    git: GitProgramHistory,
    options: Partial<Parameters<GitProgramHistory['list']>[0]> = {},
  ) => {
    const about = { ref: 'HEAD', paths: ['heart'], limit: 10, signal };
    const commits = await git.list({ ...about, ...options });
    return commits?.map(({ sha }) => sha);
  };

  const listContained = async (git: GitProgramHistory, revision: string) => {
    const about = { revision, paths: ['heart'], limit: 10, signal };
    return (await git.listContained(about))?.map(({ sha }) => sha);
  };

  /** A git whose fetches wait until the gate is opened for writing and closed, and then fail when they are told to. */
  function createSlowGit() {
    const gate = join(workingDirectory, 'gate');
    const fetches = join(workingDirectory, 'fetches');
    const failure = join(workingDirectory, 'failure');
    const binary = join(workingDirectory, 'slow-git');
    execFileSync('mkfifo', [gate]);
    writeFileSync(
      binary,
      `#!/bin/sh
case " $* " in *" fetch "*)
  echo fetch >> '${fetches}'
  cat '${gate}'
  if [ -e '${failure}' ]; then cat '${failure}' >&2; exit 128; fi
esac
exec git "$@"
`,
      { mode: 0o755 },
    );
    return {
      binary,
      /** Waits until a fetch has begun. */
      hold: () => openFile(gate, 'w'),
      fail: () => writeFileSync(failure, 'fatal: out of memory\n'),
      count: () => readFileSync(fetches, 'utf8').split('\n').length - 1,
    };
  }

  it('lists the commits of a folder, newest first, and follows the branch', async () => {
    const first = remote.commit({ 'heart/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '1', 'heart.md': 'not in it' });
    const third = remote.commit({ 'heart/templates/app.yaml': '1' });
    const git = history();

    expect(await list(git)).toEqual([third, first]);
    expect(await list(git, { limit: 1 })).toEqual([third]);
    expect(await list(git, { paths: [] })).toEqual([
      third,
      expect.any(String),
      first,
    ]);
    expect(await list(git, { paths: ['kidney', 'heart/values.yaml'] })).toEqual(
      [expect.any(String), first],
    );

    const fourth = remote.commit({ 'heart/values.yaml': '2' });
    expect(await list(git)).toEqual([fourth, third, first]);
  });

  it('says who committed what, and when', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    remote.git(
      '-c',
      'user.name=Ada "L" <x>',
      'commit',
      '--quiet',
      '--allow-empty',
      '--amend',
      '--no-edit',
      '--author=Ädа Lovelace <ada@example.org>',
      '--date=2026-11-27T12:00:00+02:00',
      '-m',
      'Raise "fence" to 2026.07\n\nBecause of this.',
    );
    remote.git('push', '-q', '--force', 'origin', 'HEAD');
    const commits = await history().list({
      ref: 'main',
      paths: ['heart'],
      limit: 10,
      signal,
    });
    expect(commits).toEqual([
      {
        sha: remote.git('rev-parse', 'HEAD'),
        subject: 'Raise "fence" to 2026.07',
        author: 'Ädа Lovelace',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/),
      },
    ]);
  });

  // Argo CD names the newest commit of the branch, which as a rule is about another commons.
  it('says which commits a revision contains, also one that touches other folders', async () => {
    const first = remote.commit({ 'heart/values.yaml': '1' });
    const elsewhere = remote.commit({ 'kidney/values.yaml': '1' });
    const third = remote.commit({ 'heart/values.yaml': '2' });
    const git = history();

    expect(await list(git)).toEqual([third, first]);
    expect(await listContained(git, elsewhere)).toEqual([first]);
    expect(await listContained(git, third)).toEqual([third, first]);
    expect(await listContained(git, 'f'.repeat(40))).toBeUndefined();
    expect(await listContained(git, 'HEAD')).toBeUndefined();
  });

  // The copy was made anew whenever the remote had moved on.
  it('fetches only what is new', async () => {
    for (let at = 0; at < 30; at += 1) {
      remote.git('commit', '-q', '--allow-empty', '-m', `change ${at}`);
    }
    const first = remote.commit({ 'heart/values.yaml': '1' });
    const git = history({ maxDepth: 20 });
    await list(git);
    const second = remote.commit({ 'heart/values.yaml': '2' });
    expect(await list(git)).toEqual([second, first]);

    const packs = readdirSync(workingDirectory, {
      recursive: true,
      encoding: 'utf8',
    }).filter(name => name.endsWith('.pack'));
    const [small, large] = packs
      .map(name => statSync(join(workingDirectory, name)).size)
      .sort((a, b) => a - b);
    expect(packs).toHaveLength(2);
    expect(small).toBeLessThan(large / 2);
  });

  // The fetch ended with the time of the one who asked, and the next began from nothing: a large repository was never there.
  it('goes on reading when whoever asked has left, once for all', async () => {
    const first = remote.commit({ 'heart/values.yaml': '1' });
    const slow = createSlowGit();
    const git = history({ binary: slow.binary });
    const leaving = new AbortController();
    const left = list(git, { signal: leaving.signal });
    const gate = await slow.hold();
    leaving.abort(new Error('no more time'));
    await expect(left).rejects.toThrow('no more time');
    expect(git.isReading()).toBe(true);

    const others = [list(git), list(git, { paths: [] })];
    await gate.close();
    expect(await Promise.all(others)).toEqual([[first], [first]]);
    expect(git.isReading()).toBe(false);
    expect(slow.count()).toBe(1);
  });

  it('tells the next who asks what became of it, and then tries again', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    const slow = createSlowGit();
    slow.fail();
    const git = history({ binary: slow.binary });
    const leaving = new AbortController();
    const left = list(git, { signal: leaving.signal });
    const gate = await slow.hold();
    leaving.abort(new Error('no more time'));
    await expect(left).rejects.toThrow('no more time');
    await gate.close();
    await expect(list(git)).rejects.toThrow(/fatal: out of memory/);
    const again = list(git);
    await (await slow.hold()).close();
    await expect(again).rejects.toThrow(/fatal: out of memory/);
  });

  it('ends what it reads, and leaves nothing behind, when it is closed', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    const slow = createSlowGit();
    const git = history({ binary: slow.binary });
    const failure = list(git).catch(error => error);
    const gate = await slow.hold();
    await git.close();
    await gate.close();
    expect(await failure).toMatchObject({
      message: expect.stringContaining('shutting down'),
    });
    expect(readdirSync(workingDirectory).sort()).toEqual([
      'fetches',
      'gate',
      'slow-git',
    ]);
    await expect(list(git)).rejects.toThrow(/shutting down/);
  });

  // To git, the oldest commit that it has looks as if it had made every file.
  it('does not take the end of what it looks through for a change', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '2' });
    const fourth = remote.commit({ 'heart/values.yaml': '2' });

    expect(await list(history({ maxDepth: 3 }))).toEqual([fourth]);
  });

  it('takes a path for a path, whatever is in it', async () => {
    remote.commit({ 'heart/values.yaml': '1', 'kidney/values.yaml': '1' });
    const git = history();
    for (const path of [':/kidney', '*', '--all', 'nowhere']) {
      // One after the other, as they are the same question.
      // eslint-disable-next-line no-await-in-loop
      expect(await list(git, { paths: [path] })).toEqual([]);
    }
  });

  it('knows no branch that is not there, and says which repository is not', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    expect(await list(history(), { ref: 'other' })).toBeUndefined();
    await expect(
      list(history({ url: `${remote.url}.gone` })),
    ).rejects.toMatchObject({
      name: 'GitError',
      message: expect.stringMatching(
        /^Cannot resolve the ref "HEAD" of git repository ".*\.gone"/,
      ),
    });
    expect(() => history({ url: 'ext::sh -c x' })).toThrow(
      /cannot be read by the git program/,
    );
  });
});
