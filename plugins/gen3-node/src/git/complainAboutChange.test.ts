import {
  complainAboutChange,
  complainAboutPath,
  complainAboutPaths,
} from './complainAboutChange';

describe('complainAboutPath', () => {
  it.each([
    'a.yaml',
    'heart.example/values/values.yaml',
    'a folder/ä 心.yaml',
    '.github/workflows/a.yaml',
    '.gitignore',
    'a/.gitattributes',
    '-rf',
    '...',
    'git~/a',
  ])('has nothing against %j', path => {
    expect(complainAboutPath(path)).toBeUndefined();
  });

  it.each([
    ['', 'is empty'],
    ['a'.repeat(1_001), 'is longer than 1000 characters'],
    ['a\\b', 'contains a backslash or control character'],
    ['a\0b', 'contains a backslash or control character'],
    ['a\nb', 'contains a backslash or control character'],
    ['a\ud800', 'contains half of a character'],
    ['/etc/passwd', 'does not begin at the root of the repository'],
    ['c:/a', 'does not begin at the root of the repository'],
    ['..', 'has a part that is empty, "." or ".."'],
    ['a/../b', 'has a part that is empty, "." or ".."'],
    ['./a', 'has a part that is empty, "." or ".."'],
    ['a//b', 'has a part that is empty, "." or ".."'],
    ['a/', 'has a part that is empty, "." or ".."'],
    ['.git', "lies in git's own folder"],
    ['.git/hooks/update', "lies in git's own folder"],
    ['a/.GiT/config', "lies in git's own folder"],
    ['.git. ./config', "lies in git's own folder"],
    ['.git::$INDEX_ALLOCATION/config', "lies in git's own folder"],
    ['GIT~1/config', "lies in git's own folder"],
    ['.g\u200cit/config', "lies in git's own folder"],
  ])('refuses %j', (path, complaint) => {
    expect(complainAboutPath(path)).toBe(complaint);
  });
});

describe('complainAboutPaths', () => {
  it('refuses a path that is there twice', () => {
    const file = { path: 'a.yaml', content: 'a' };
    expect(
      complainAboutPaths([file, { path: 'b.yaml', content: 'b' }]),
    ).toBeUndefined();
    expect(complainAboutPaths([file, { ...file, content: undefined }])).toEqual(
      { path: 'a.yaml', complaint: 'is there twice' },
    );
  });
});

describe('complainAboutChange', () => {
  const entries = new Map([
    ['a.yaml', { mode: '100644', id: '1' }],
    ['run.sh', { mode: '100755', id: '2' }],
    ['link', { mode: '120000', id: '3' }],
    ['module', { mode: '160000', id: '4' }],
    ['folder/b.yaml', { mode: '100644', id: '5' }],
    ['folder/deep/c.yaml', { mode: '100644', id: '6' }],
  ]);
  const complain = (files: Record<string, string | undefined>) => {
    const found = complainAboutChange({
      entries,
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
    });
    return found && `${found.path} ${found.complaint}`;
  };

  it.each([
    ['new and known files', { 'a.yaml': 'x', 'run.sh': 'x', 'folder/d': 'x' }],
    ['what is removed and was never there', { 'a.yaml/b': undefined }],
    ['a file for a folder', { 'a.yaml': undefined, 'a.yaml/b': 'x' }],
    [
      'a folder for a file',
      {
        folder: 'x',
        'folder/b.yaml': undefined,
        'folder/deep/c.yaml': undefined,
      },
    ],
  ])('has nothing against %s', (_label, files) => {
    expect(complain(files)).toBeUndefined();
  });

  it.each([
    [{ 'a.yaml/b': 'x' }, 'a.yaml/b lies below "a.yaml", which is a file'],
    [{ 'link/b/c': 'x' }, 'link/b/c lies below "link", which is a file'],
    [{ 'module/b': 'x' }, 'module/b lies below "module", which is a file'],
    [{ n: 'x', 'n/b': 'x' }, 'n is a folder, with "n/b" in it'],
    [
      { folder: 'x', 'folder/b.yaml': undefined },
      'folder is a folder, with "folder/deep/c.yaml" in it',
    ],
    [{ link: 'x' }, 'link is a symbolic link or a submodule'],
    [{ module: undefined }, 'module is a symbolic link or a submodule'],
  ])('refuses %j', (files, complaint) => {
    expect(complain(files)).toBe(complaint);
  });
});
