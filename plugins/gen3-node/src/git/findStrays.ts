import type { RawChange } from './parseRawLog';
import { isSameEntry, type TreeEntry } from './treeEntries';

/**
 * Finds the files for which a merge is not what was approved, file by file.
 *
 * Git looks for renames when it merges, and releases before 2.50 cannot be told not to: when the values of one commons were removed
 * and those of a similar one added, it brings what is meant for the first to the second. Here every path stands for itself: what only the change
 * touches is as the change has it, what it does not touch is as the base has it, and lines are merged only where all sides have the
 * file.
 *
 * @param options.proposed - from where the two sides parted to the change.
 * @param options.merged - from the base to the merge.
 * @param options.deviating - from the change to the merge.
 * @returns paths, sorted.
 */
export function findStrays(options: {
  proposed: readonly RawChange[];
  merged: readonly RawChange[];
  deviating: readonly RawChange[];
}): string[] {
  const proposed = byPath(options.proposed);
  const merged = byPath(options.merged);
  const deviating = byPath(options.deviating);
  const strays = options.merged
    .map(({ path }) => path)
    .filter(path => !proposed.has(path));
  for (const [path, { before: common, after: theirs }] of proposed) {
    const end = deviating.has(path) ? deviating.get(path)?.after : theirs;
    const ours = merged.has(path) ? merged.get(path)?.before : end;
    if (!isMergeOf({ common, ours, theirs, end })) strays.push(path);
  }
  return strays.sort();
}

function byPath(changes: readonly RawChange[]): Map<string, RawChange> {
  return new Map(changes.map(change => [change.path, change]));
}

function isMergeOf(entries: {
  common: TreeEntry | undefined;
  ours: TreeEntry | undefined;
  theirs: TreeEntry | undefined;
  end: TreeEntry | undefined;
}): boolean {
  const { common, ours, theirs, end } = entries;
  if (isSameEntry(ours, common) || isSameEntry(ours, theirs)) {
    return isSameEntry(end, theirs);
  }
  return [common, ours, theirs, end].every(entry => entry !== undefined);
}
