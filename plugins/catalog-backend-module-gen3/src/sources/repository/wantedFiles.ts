/** Files above this are not read, in bytes. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Files that one snapshot lists at most: a repository of more is not one that declares commons. */
export const MAX_FILES = 200_000;

const WANTED = /(\.ya?ml|\.json|\.tpl|(^|\/)\.helmignore)$/i;

/** Whether a source may want to read a file; the rest of a repository is neither listed nor fetched. */
export function isWantedFile(path: string): boolean {
  return WANTED.test(path);
}
