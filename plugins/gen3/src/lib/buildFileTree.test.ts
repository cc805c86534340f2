import { buildFileTree } from './buildFileTree';

describe('buildFileTree', () => {
  it('has folders first, and makes one of folders that hold only a folder', () => {
    expect(
      buildFileTree(['a/b/y.yaml', 'README.md', 'a/b/x.yaml', 'c/z/1', 'c/2']),
    ).toEqual([
      {
        name: 'a/b/',
        path: 'a/b/',
        children: [
          { name: 'x.yaml', path: 'a/b/x.yaml' },
          { name: 'y.yaml', path: 'a/b/y.yaml' },
        ],
      },
      {
        name: 'c/',
        path: 'c/',
        children: [
          {
            name: 'z/',
            path: 'c/z/',
            children: [{ name: '1', path: 'c/z/1' }],
          },
          { name: '2', path: 'c/2' },
        ],
      },
      { name: 'README.md', path: 'README.md' },
    ]);
  });

  it('is empty without paths', () => {
    expect(buildFileTree([])).toEqual([]);
  });
});
