import { mkdtempSync, rmSync } from 'node:fs';
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

  function history(options: { url?: string; maxDepth?: number } = {}) {
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
    const log = await git.list({
      ref: 'HEAD',
      paths: ['heart'],
      revisions: [],
      limit: 10,
      signal,
      ...options,
    });
    return log && { ...log, commits: log.commits.map(({ sha }) => sha) };
  };

  it('lists the commits of a folder, newest first, and follows the branch', async () => {
    const first = remote.commit({ 'heart/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '1', 'heart.md': 'not in it' });
    const third = remote.commit({ 'heart/templates/app.yaml': '1' });
    const git = history();

    expect(await list(git)).toMatchObject({ commits: [third, first] });
    expect(await list(git, { limit: 1 })).toMatchObject({ commits: [third] });
    expect(await list(git, { paths: [] })).toMatchObject({
      commits: [third, expect.any(String), first],
    });
    expect(await list(git, { paths: ['kidney', 'heart/values.yaml'] })).toEqual(
      expect.objectContaining({ commits: [expect.any(String), first] }),
    );

    const fourth = remote.commit({ 'heart/values.yaml': '2' });
    expect(await list(git)).toMatchObject({ commits: [fourth, third, first] });
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
    const log = await history().list({
      ref: 'main',
      paths: ['heart'],
      revisions: [],
      limit: 10,
      signal,
    });
    expect(log?.commits).toEqual([
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
    const stranger = 'f'.repeat(40);

    const log = await list(history(), {
      revisions: [elsewhere, third, stranger],
    });
    expect(log?.commits).toEqual([third, first]);
    expect([...(log?.contained ?? [])]).toEqual([
      [elsewhere, [first]],
      [third, [third, first]],
    ]);
  });

  // To git, the oldest commit that it has looks as if it had made every file.
  it('does not take the end of what it looks through for a change', async () => {
    remote.commit({ 'heart/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '1' });
    remote.commit({ 'kidney/values.yaml': '2' });
    const fourth = remote.commit({ 'heart/values.yaml': '2' });

    expect(await list(history({ maxDepth: 3 }))).toMatchObject({
      commits: [fourth],
    });
  });

  it('takes a path for a path, whatever is in it', async () => {
    remote.commit({ 'heart/values.yaml': '1', 'kidney/values.yaml': '1' });
    const git = history();
    for (const path of [':/kidney', '*', '--all', 'nowhere']) {
      // One after the other, as they are the same question.
      // eslint-disable-next-line no-await-in-loop
      expect(await list(git, { paths: [path] })).toMatchObject({ commits: [] });
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
