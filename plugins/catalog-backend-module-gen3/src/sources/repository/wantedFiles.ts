/** Files above this are not read, in bytes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Files that one snapshot lists at most: a repository of more is not one that declares commons. */
export const MAX_FILES = 200_000;

/** What the files of a tree may come to that is kept in memory whole, in bytes. */
export const MAX_TREE_BYTES = 256 * 1024 * 1024;

const WANTED = /(\.ya?ml|\.json|\.tpl|(^|\/)\.helmignore)$/i;

/** A path is a part of a member's key, and PostgreSQL indexes keys of no more than 2,700 bytes. */
const MAX_PATH_LENGTH = 500;

/** Whether a source may want to read a file; the rest of a repository is neither listed nor fetched. */
export function isWantedFile(path: string): boolean {
  return path.length <= MAX_PATH_LENGTH && WANTED.test(path);
}
