/** A folder, or a file in it. */
export interface FileTreeNode {
  /** The last part of its path; of a folder that holds only one folder, the parts of both. */
  name: string;
  path: string;
  /** Absent for a file. */
  children?: FileTreeNode[];
}

/** Paths as a tree: folders first, then files, each by name. A folder with only one folder in it is one with it. */
export function buildFileTree(paths: string[]): FileTreeNode[] {
  return childrenOf('', paths);
}

function childrenOf(prefix: string, paths: string[]): FileTreeNode[] {
  const inside = paths.filter(path => path.startsWith(prefix));
  const names = new Set(
    inside.map(path => {
      const [name, ...rest] = path.slice(prefix.length).split('/');
      return rest.length > 0 ? `${name}/` : name;
    }),
  );
  const isFolder = (name: string) => name.endsWith('/');
  return [...names]
    .sort(
      (a, b) => Number(isFolder(b)) - Number(isFolder(a)) || a.localeCompare(b),
    )
    .map(name =>
      isFolder(name)
        ? folderOf(name, childrenOf(prefix + name, inside), prefix)
        : { name, path: prefix + name },
    );
}

function folderOf(
  name: string,
  children: FileTreeNode[],
  prefix: string,
): FileTreeNode {
  const path = prefix + name;
  const [only, ...others] = children;
  return only?.children && others.length === 0
    ? { ...only, name: name + only.name }
    : { name, path, children };
}
