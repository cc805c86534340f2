import type { TreeEntry } from './treeEntries';

/** A path at which two trees differ; each side is undefined where it has nothing. */
export interface RawChange {
  path: string;
  before: TreeEntry | undefined;
  after: TreeEntry | undefined;
}

/** Before each commit in {@link RAW_FORMAT}: no record of a change begins with it. */
const MARK = '\u0001';

/** What `git log --raw -z --no-abbrev --no-renames` is to print of a commit. */
export const RAW_FORMAT = 'tformat:%x01%H';

/** Reads `git log` with {@link RAW_FORMAT}: each commit with what it changes, in the order of the output. */
export function parseRawLog(
  output: string,
): { commit: string; changes: RawChange[] }[] {
  const commits: { commit: string; changes: RawChange[] }[] = [];
  const fields = output.split('\0');
  for (let at = 0; at < fields.length; at += 1) {
    const field = (fields[at] ?? '').trimStart();
    if (field.startsWith(MARK)) {
      commits.push({ commit: field.slice(1).trim(), changes: [] });
    } else if (field.startsWith(':')) {
      at += 1;
      commits.at(-1)?.changes.push(readChange(field, fields[at] ?? ''));
    }
  }
  return commits;
}

/** Reads `git diff-tree -r --raw -z --no-abbrev --no-renames` of two trees. */
export function parseRawDiff(output: string): RawChange[] {
  const fields = output.split('\0');
  const changes: RawChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    changes.push(readChange(fields[at] ?? '', fields[at + 1] ?? ''));
  }
  return changes;
}

/** `:<old mode> <mode> <old id> <id> <letter>` */
function readChange(record: string, path: string): RawChange {
  const [oldMode = '', mode = '', oldId = '', id = ''] = record
    .slice(1)
    .split(' ');
  return { path, before: entryOf(oldMode, oldId), after: entryOf(mode, id) };
}

function entryOf(mode: string, id: string): TreeEntry | undefined {
  return /^0*$/.test(mode) ? undefined : { mode, id };
}
