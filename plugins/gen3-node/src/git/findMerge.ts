import { diffTrees, findParting, RAW_OPTIONS } from './diffTrees';
import { parseRawLog, RAW_FORMAT } from './parseRawLog';
import type { ScratchRepository } from './ScratchRepository';
import { isSameEntry, type TreeEntry } from './treeEntries';

const OPERATION = 'follow a change';

/** Whether one commit is the other, or in its history. */
export async function isAncestor(
  scratch: ScratchRepository,
  pair: { commit: string; of: string },
): Promise<boolean> {
  const call = {
    operation: OPERATION,
    args: ['merge-base', '--is-ancestor', pair.commit, pair.of],
  };
  const { code, complaint } = await scratch.attempt(call);
  if (code === 0 || code === 1) return code === 0;
  throw scratch.errorOf(call, complaint);
}

/**
 * Finds the commit by which a base that contains a commit got it: the commit itself when the base was only moved forward to
 * it.
 */
export async function findContaining(
  scratch: ScratchRepository,
  pair: { commit: string; base: string },
): Promise<string> {
  const { commit, base } = pair;
  const list = async (...args: string[]) => {
    const output = await scratch.run({
      operation: OPERATION,
      args: ['rev-list', ...args, `${commit}..${base}`],
    });
    return output.split('\n').filter(Boolean);
  };
  const descendants = new Set(await list('--ancestry-path'));
  const steps = await list('--first-parent', '--parents');
  const lines = steps.map(step => step.split(' '));
  const oldest = lines.filter(([id = '']) => descendants.has(id)).at(-1);
  const [id = commit, parent] = oldest ?? [];
  return parent === commit ? commit : id;
}

/**
 * Finds the commit by which a base got a change, or undefined when it has not; the rule is in `ChangeHost.status`.
 *
 * @param options.commit - of the change.
 * @param options.base - the commit that the base is at.
 */
export async function findMerge(options: {
  scratch: ScratchRepository;
  commit: string;
  base: string;
}): Promise<string | undefined> {
  const { scratch, commit, base } = options;
  return (await isAncestor(scratch, { commit, of: base }))
    ? findContaining(scratch, { commit, base })
    : findSameContent(options);
}

async function findSameContent(options: {
  scratch: ScratchRepository;
  commit: string;
  base: string;
}): Promise<string | undefined> {
  const { scratch, commit, base } = options;
  const from = await findParting(scratch, { one: commit, other: base });
  // With no history in common there is no time since which to look.
  if (!from) return undefined;
  const wanted = new Map<string, TreeEntry | undefined>();
  for (const { path, after } of await diffTrees(scratch, {
    from,
    to: commit,
  })) {
    wanted.set(path, after);
  }
  if (wanted.size === 0) return undefined;
  const log = await scratch.run({
    operation: OPERATION,
    args: [
      '--literal-pathspecs',
      'log',
      '--no-show-signature',
      '--reverse',
      '--first-parent',
      '-m',
      ...RAW_OPTIONS,
      `--format=${RAW_FORMAT}`,
      `${from}..${base}`,
      '--',
      ...wanted.keys(),
    ],
  });
  /** What the base still lacks, walking from where the two parted. */
  const lacking = new Set(wanted.keys());
  for (const step of parseRawLog(log)) {
    for (const { path, after } of step.changes) {
      if (isSameEntry(after, wanted.get(path))) lacking.delete(path);
      // A path also stands for what lies below it, where the base has a folder.
      else if (wanted.has(path)) lacking.add(path);
    }
    if (lacking.size === 0) return step.commit;
  }
  return undefined;
}
