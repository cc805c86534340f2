import type { ChangeFile } from './ChangeHost';
import type { ScratchRepository } from './ScratchRepository';
import { parseTreeEntries, type TreeEntry } from './treeEntries';

/** Listing of a tree: about 500,000 files. */
const MAX_TREE_BYTES = 64 * 1024 * 1024;

/** What a commit has at each path; folders are left out. */
export async function listEntries(
  scratch: ScratchRepository,
  commit: string,
): Promise<Map<string, TreeEntry>> {
  const output = await scratch.read({
    operation: 'list the files',
    args: ['ls-tree', '-r', '-z', '--full-tree', commit],
    maxOutputBytes: MAX_TREE_BYTES,
  });
  return parseTreeEntries(output);
}

/** A file as a tree has it: the id of its content, or undefined to remove it. */
export interface WrittenFile {
  path: string;
  blob: string | undefined;
}

/** Stores the contents of files. */
export async function writeFiles(
  scratch: ScratchRepository,
  files: readonly ChangeFile[],
): Promise<WrittenFile[]> {
  const texts: string[] = [];
  for (const { content } of files) {
    if (content !== undefined) texts.push(content);
  }
  const blobs = await scratch.writeBlobs(texts);
  let next = 0;
  return files.map(({ path, content }) => {
    if (content === undefined) return { path, blob: undefined };
    const blob = blobs[next];
    next += 1;
    return { path, blob };
  });
}

/**
 * Makes the tree of a commit with files of a change in it, and answers its id. A file that is there keeps its mode.
 *
 * The files are such that `complainAboutChange` has no complaint.
 */
export async function writeTree(options: {
  scratch: ScratchRepository;
  commit: string;
  entries: ReadonlyMap<string, TreeEntry>;
  files: readonly WrittenFile[];
}): Promise<string> {
  const { scratch, commit, entries, files } = options;
  const operation = 'write the tree';
  await scratch.run({ operation, args: ['read-tree', commit] });
  const records = files.map(({ path, blob }) =>
    blob === undefined
      ? `0 ${'0'.repeat(commit.length)}\t${path}\0`
      : `${entries.get(path)?.mode ?? '100644'} ${blob}\t${path}\0`,
  );
  // What goes makes way first: a file may become a folder.
  records.sort(
    (a, b) => Number(b.startsWith('0 ')) - Number(a.startsWith('0 ')),
  );
  await scratch.run({
    operation,
    args: ['update-index', '-z', '--index-info'],
    input: records.join(''),
  });
  return (await scratch.run({ operation, args: ['write-tree'] })).trim();
}
