import { ChangeHostError } from './ChangeHostError';
import { diffTrees, findParting } from './diffTrees';
import { findStrays } from './findStrays';
import type { ScratchRepository } from './ScratchRepository';

/** What a merge of two commits would be. */
export interface MergedTree {
  tree: string;
  /** Paths in conflict, sorted; then the tree has markers in it. */
  conflicts: string[];
}

/** What git exits with when it does not know options. */
const USAGE = 129;

/** Newer releases heed both; what older ones make of renames is refused afterwards. */
const WITHOUT_RENAMES = {
  'merge.renames': 'false',
  'merge.directoryRenames': 'false',
};

/** Reads `git merge-tree --write-tree -z --name-only --no-messages`: the tree, then each path in conflict. */
export function parseMergeTree(output: string): MergedTree {
  const [tree = '', ...paths] = output.split('\0');
  const conflicts = [...new Set(paths.filter(path => path !== ''))].sort();
  return { tree, conflicts };
}

/**
 * Merges two commits in three ways, without a work tree. A file that git would merge with one of another name is in conflict.
 *
 * @throws ChangeHostError `git-too-old` below git 2.38.
 */
export async function mergeTree(options: {
  scratch: ScratchRepository;
  /** For errors. */
  about: { url: string; operation: string };
  ours: string;
  theirs: string;
}): Promise<MergedTree> {
  const { scratch, about, ours, theirs } = options;
  const call = {
    operation: 'merge two commits',
    args: [
      'merge-tree',
      '--write-tree',
      '-z',
      '--name-only',
      '--no-messages',
      ours,
      theirs,
    ],
    settings: WITHOUT_RENAMES,
  };
  const { code, output, complaint } = await scratch.attempt(call);
  const merged = parseMergeTree(output.toString('utf8'));
  if (code === 1 && merged.conflicts.length > 0) return merged;
  if (code === 0) {
    return { ...merged, conflicts: await straysOf(options, merged.tree) };
  }
  if (code !== USAGE) throw scratch.errorOf(call, complaint);
  const version = await scratch.run({
    operation: 'ask for the version',
    args: ['version'],
  });
  throw ChangeHostError.create({
    ...about,
    reason: 'git-too-old',
    detail: `the portal has "${version.trim()}", which cannot merge without a work tree`,
    fix: 'install git 2.38 or newer where the portal runs',
  });
}

async function straysOf(
  merge: { scratch: ScratchRepository; ours: string; theirs: string },
  tree: string,
): Promise<string[]> {
  const { scratch, ours, theirs } = merge;
  const from = await findParting(scratch, { one: ours, other: theirs });
  if (!from) return [];
  const [proposed, merged, deviating] = await Promise.all([
    diffTrees(scratch, { from, to: theirs }),
    diffTrees(scratch, { from: ours, to: tree }),
    diffTrees(scratch, { from: theirs, to: tree }),
  ]);
  return findStrays({ proposed, merged, deviating });
}
