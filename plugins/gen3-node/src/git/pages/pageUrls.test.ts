import { pageUrl, treeUrl } from './pageUrls';

describe('pageUrl', () => {
  const page = {
    repository: 'https://h/o/r',
    branch: 'feat/x',
    path: 'a b/c.yaml',
    kind: 'file' as const,
  };

  it.each([
    ['github' as const, 'https://h/o/r/blob/feat/x/a%20b/c.yaml'],
    ['gitlab' as const, 'https://h/o/r/-/blob/feat/x/a%20b/c.yaml'],
    ['gitea' as const, 'https://h/o/r/src/branch/feat/x/a%20b/c.yaml'],
    ['bitbucketCloud' as const, 'https://h/o/r/src/feat/x/a%20b/c.yaml'],
    [
      'bitbucketServer' as const,
      'https://h/o/r/browse/a%20b/c.yaml?at=feat%2Fx',
    ],
    [
      'azure' as const,
      'https://h/o/r?path=%2Fa%20b%2Fc.yaml&version=GBfeat%2Fx',
    ],
  ])('knows the pages of %s', (host, expected) => {
    expect(pageUrl(host, page)).toBe(expected);
  });

  it('shows the root of the default branch', () => {
    const root = {
      repository: 'https://h/o/r',
      path: '',
      kind: 'folder' as const,
    };
    expect(pageUrl('github', root)).toBe('https://h/o/r/tree/HEAD');
    expect(pageUrl('azure', root)).toBe('https://h/o/r');
  });
});

describe('treeUrl', () => {
  it.each([
    ['github' as const, 'main', 'https://h/o/r/tree/main'],
    ['github' as const, 'feat/x', 'https://h/o/r/tree/feat%252Fx'],
    ['gitlab' as const, 'main', 'https://h/o/r/-/tree/main'],
    ['gitlab' as const, 'feat/x', undefined],
    ['gitea' as const, 'feat/x', 'https://h/o/r/src/branch/feat%2Fx'],
    ['bitbucketCloud' as const, 'main', 'https://h/o/r/src/main'],
    ['bitbucketServer' as const, 'feat/x', 'https://h/o/r/browse?at=feat%2Fx'],
    ['azure' as const, 'feat/x', 'https://h/o/r?version=GBfeat%2Fx'],
    ['github' as const, undefined, 'https://h/o/r'],
  ])('tells %s the branch %s', (host, branch, expected) => {
    expect(treeUrl(host, 'https://h/o/r', branch)).toBe(expected);
  });
});
