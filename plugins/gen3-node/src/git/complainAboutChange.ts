import type { ChangeFile } from './ChangeHost';
import { foldersOf, isRegularFile, type TreeEntry } from './treeEntries';

/** A path that may not be written, and why: the end of a sentence that begins with the path. */
export interface PathComplaint {
  path: string;
  complaint: string;
}

/** What macOS does not see in names: with one of them, `.git` is still `.git` there. */
const UNSEEN = /[\p{Cf}]/gu;

/**
 * Says what is wrong with a path by itself, or undefined.
 *
 * Stricter than git on Linux: whoever clones the repository on Windows or macOS must be able to.
 */
export function complainAboutPath(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > 1_000) return 'is longer than 1000 characters';
  if (/[\p{Cc}\\]/u.test(path)) {
    return 'contains a backslash or control character';
  }
  if (/\p{Cs}/u.test(path)) return 'contains half of a character';
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) {
    return 'does not begin at the root of the repository';
  }
  const parts = path.split('/');
  if (parts.some(part => part === '' || part === '.' || part === '..')) {
    return 'has a part that is empty, "." or ".."';
  }
  return parts.some(isGitFolder) ? "lies in git's own folder" : undefined;
}

/** Also as Windows and macOS understand the name: case, dots and spaces at the end, streams, short names. */
function isGitFolder(part: string): boolean {
  const name = part.normalize('NFKC').replace(UNSEEN, '').toLowerCase();
  return /^\.git[. ]*(:.*)?$/.test(name) || /^git~\d+[. ]*(:.*)?$/.test(name);
}

/** Says which files cannot be what a change wants, before anything of the repository is known. */
export function complainAboutPaths(
  files: readonly ChangeFile[],
): PathComplaint | undefined {
  const seen = new Set<string>();
  for (const { path } of files) {
    const complaint = seen.has(path)
      ? 'is there twice'
      : complainAboutPath(path);
    if (complaint) return { path, complaint };
    seen.add(path);
  }
  return undefined;
}

/**
 * Says which files cannot be what a change wants because of what the tree has, or undefined.
 *
 * @param entries - of the tree that the change is made on.
 */
export function complainAboutChange(options: {
  files: readonly ChangeFile[];
  entries: ReadonlyMap<string, TreeEntry>;
}): PathComplaint | undefined {
  const { files, entries } = options;
  for (const { path } of files) {
    const entry = entries.get(path);
    if (entry && !isRegularFile(entry)) {
      return { path, complaint: 'is a symbolic link or a submodule' };
    }
  }
  const removed = new Set<string>();
  const written: string[] = [];
  for (const { path, content } of files) {
    if (content === undefined) removed.add(path);
    else written.push(path);
  }
  const after = new Set(written);
  for (const path of entries.keys()) if (!removed.has(path)) after.add(path);
  const folders = new Map<string, string>();
  for (const path of after) {
    for (const folder of foldersOf(path)) folders.set(folder, path);
  }
  for (const path of written) {
    const inside = folders.get(path);
    if (inside !== undefined) {
      return { path, complaint: `is a folder, with "${inside}" in it` };
    }
    const file = foldersOf(path).find(folder => after.has(folder));
    if (file !== undefined) {
      return { path, complaint: `lies below "${file}", which is a file` };
    }
  }
  return undefined;
}
