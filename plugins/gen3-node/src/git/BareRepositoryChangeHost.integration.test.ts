import { join } from 'node:path';
import {
  ADA,
  createTestChanges,
  launchOf,
  refusalOf,
  type TestChanges,
} from './__testUtils__/createTestChanges';
import { BareRepositoryChangeHost } from './BareRepositoryChangeHost';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(120_000);

const { signal } = new AbortController();

describe('BareRepositoryChangeHost', () => {
  let changes: TestChanges;

  beforeEach(() => {
    changes = createTestChanges();
  });

  afterEach(() => {
    changes.remove();
  });

  describe('readFiles and findFiles', () => {
    it('read branches, tags, commits and HEAD', async () => {
      const first = changes.remote.commit({
        'a ä.yaml': 'one: ü',
        'b/c.yaml': '',
      });
      changes.remote.git('tag', '-a', 'v1', '-m', 'one');
      changes.remote.git('push', '-q', 'origin', 'v1');
      changes.remote.link('link.yaml', 'a ä.yaml');
      changes.remote.commit({ 'a ä.yaml': 'two', 'd.txt': 'd' });
      const host = changes.host();
      const read = async (ref: string) => {
        const paths = ['a ä.yaml', 'b/c.yaml', 'b', 'd.txt', 'link.yaml'];
        const texts = await host.readFiles({ ref, paths, signal });
        return paths.map(path => [texts.has(path), texts.get(path)]);
      };
      const old = [
        [true, 'one: ü'],
        [true, ''],
        [true, undefined],
        [true, undefined],
        [true, undefined],
      ];
      await expect(read(first)).resolves.toEqual(old);
      await expect(read('v1')).resolves.toEqual(old);
      await expect(read('main')).resolves.toEqual([
        [true, 'two'],
        [true, ''],
        [true, undefined],
        [true, 'd'],
        [true, undefined],
      ]);
      await expect(
        host.findFiles({
          ref: 'HEAD',
          matching: path => path.endsWith('.yaml'),
          signal,
        }),
      ).resolves.toEqual(['a ä.yaml', 'b/c.yaml']);
      const none = host.findFiles({
        ref: 'main',
        matching: () => false,
        signal,
      });
      await expect(none).resolves.toEqual([]);
    });

    it.each(['prod', '0'.repeat(40), 'a..b', '--all', 'main\nmain', ''])(
      'say that there is no %j',
      async ref => {
        changes.remote.commit({ 'a.yaml': 'a' });
        const refusal = await refusalOf(
          changes.host().readFiles({ ref, paths: ['a.yaml'], signal }),
        );
        expect(refusal.reason).toBe('not-found');
        expect(refusal.message).toContain('no such branch, tag or commit');
      },
    );
  });

  describe('of a repository', () => {
    const find = (url: string) =>
      changes
        .host({ url })
        .findFiles({ ref: 'main', matching: () => true, signal });

    it('takes a path as well as a URL, with spaces in it', async () => {
      const path = join(changes.remote.folder, 'ein ä repo.git');
      changes.remote.commit({ 'a.yaml': 'a' });
      changes.remote.git('clone', '-q', '--bare', changes.bare, path);
      await expect(find(path)).resolves.toEqual(['a.yaml']);
      const url = encodeURI(`file://${path}`);
      await changes.host({ url }).propose(launchOf({ 'b.yaml': 'b' }));
      const refs = changes.remote.git(`--git-dir=${path}`, 'for-each-ref');
      expect(refs).toContain('refs/heads/launch/heart.example');
    });

    it('says what is wrong with one that has a work tree, or is none', async () => {
      changes.remote.commit({ 'a.yaml': 'a' });
      const work = join(changes.remote.folder, 'work');
      const errors = [
        work,
        join(work, '.git'),
        changes.remote.folder,
        '/no/such',
      ];
      const reasons = [];
      for (const url of errors) {
        const { reason, message } = await refusalOf(find(url));
        reasons.push([reason, /: (it is [^;]*|the[^;]*)/.exec(message)?.[1]]);
      }
      expect(reasons).toEqual([
        ['refused', 'it is a repository with a work tree'],
        ['refused', 'it is a repository with a work tree'],
        ['not-found', 'the folder is no git repository'],
        ['not-found', 'there is no such folder'],
      ]);
    });

    it.each([
      'https://host.example/a.git',
      'a/b.git',
      'git@host:a.git',
      'ext::sh',
    ])('takes no %s', url => {
      const committer = ADA;
      expect(() =>
        BareRepositoryChangeHost.create({ url, committer }),
      ).toThrow();
    });

    it('says which commit an empty one lacks', async () => {
      const refusal = await refusalOf(find(changes.remote.url));
      expect(refusal.message).toContain('needs a first commit');
    });
  });

  describe('close', () => {
    it('deletes the branch, and has nothing against its being gone', async () => {
      changes.remote.commit({ 'a.yaml': 'a' });
      const host = changes.host();
      const { branch, commit } = await host.propose(
        launchOf({ 'b.yaml': 'b' }),
      );
      await host.close({ branch, commit, signal });
      expect(changes.refs()).not.toContain(branch);
      await expect(host.close({ branch, signal })).resolves.toBeUndefined();
    });

    it('spares a branch that is elsewhere, and one that the repository keeps', async () => {
      const first = changes.remote.commit({ 'a.yaml': 'a' });
      changes.remote.commit({ 'b.yaml': 'b' }, 'side');
      const before = changes.refs();
      const host = changes.host();
      const moved = host.close({ branch: 'side', commit: first, signal });
      expect((await refusalOf(moved)).reason).toBe('branch-moved');
      const kept = await refusalOf(host.close({ branch: 'main', signal }));
      expect(kept.reason).toBe('refused');
      expect(kept.message).toContain(
        'deletion of the current branch prohibited',
      );
      expect(changes.refs()).toBe(before);
    });
  });
});
