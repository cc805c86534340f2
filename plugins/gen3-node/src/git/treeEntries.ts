/** What a tree has at a path: a file, a symbolic link or a submodule. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000` (symbolic link) or `160000` (submodule). */
  mode: string;
  id: string;
}

/** Reads `git ls-tree -r -z`: every entry but folders, by path. */
export function parseTreeEntries(output: Buffer): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const record of output.toString('utf8').split('\0')) {
    const match = /^(\d{6}) \w+ ([0-9a-f]{40,64})\t(.+)$/s.exec(record);
    if (match?.[1] && match[2] && match[3]) {
      entries.set(match[3], { mode: match[1], id: match[2] });
    }
  }
  return entries;
}

/** Whether an entry is a regular file. */
export function isRegularFile(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && entry.mode.startsWith('100');
}

/** Whether two sides have the same at a path, also when that is nothing. */
export function isSameEntry(
  one: TreeEntry | undefined,
  other: TreeEntry | undefined,
): boolean {
  return one?.id === other?.id && one?.mode === other?.mode;
}

/** The folders that a path lies in, the outermost first: `a/b/c` lies in `a` and `a/b`. */
export function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
