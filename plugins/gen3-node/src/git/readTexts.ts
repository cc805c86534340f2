import { parseContents } from './parseGitOutput';
import type { ScratchRepository } from './ScratchRepository';
import { isRegularFile } from './treeEntries';
import { listEntries } from './writeTree';

/** All texts of one reading together. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Reads files of a commit as UTF-8 text; the answer has an entry for each path.
 *
 * @throws GitError `too-large` when they are more than 32 MiB together.
 */
export async function readTexts(options: {
  scratch: ScratchRepository;
  commit: string;
  paths: readonly string[];
}): Promise<Map<string, string | undefined>> {
  const { scratch, commit, paths } = options;
  const entries = await listEntries(scratch, commit);
  const blobs = new Map<string, string>();
  for (const path of paths) {
    const entry = entries.get(path);
    if (entry && isRegularFile(entry)) blobs.set(path, entry.id);
  }
  const contents = await readContents(scratch, [...new Set(blobs.values())]);
  return new Map(
    paths.map(path => {
      const blob = blobs.get(path);
      const content = blob === undefined ? undefined : contents.get(blob);
      return [path, content?.toString('utf8')];
    }),
  );
}

async function readContents(
  scratch: ScratchRepository,
  blobs: readonly string[],
): Promise<Map<string, Buffer>> {
  if (blobs.length === 0) return new Map();
  const output = await scratch.read({
    operation: 'read files',
    args: ['cat-file', '--batch'],
    input: blobs.map(blob => `${blob}\n`).join(''),
    maxOutputBytes: MAX_BYTES,
  });
  return parseContents(output);
}
