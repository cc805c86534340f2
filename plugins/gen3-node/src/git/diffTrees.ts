import { parseRawDiff, type RawChange } from './parseRawLog';
import type { ScratchRepository } from './ScratchRepository';

/** Options of git by which a difference is of whole files, each named by its own path. */
export const RAW_OPTIONS = [
  '-r',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-renames',
] as const;

/** Says at which paths two trees or commits differ. */
export async function diffTrees(
  scratch: ScratchRepository,
  pair: { from: string; to: string },
): Promise<RawChange[]> {
  const output = await scratch.run({
    operation: 'compare two trees',
    args: ['diff-tree', ...RAW_OPTIONS, pair.from, pair.to],
  });
  return parseRawDiff(output);
}

/** The newest commit that two commits have in common, or undefined when they have none. */
export async function findParting(
  scratch: ScratchRepository,
  pair: { one: string; other: string },
): Promise<string | undefined> {
  const call = {
    operation: 'compare two commits',
    args: ['merge-base', pair.one, pair.other],
  };
  const { code, output, complaint } = await scratch.attempt(call);
  if (code === 0) return output.toString('utf8').trim();
  if (code === 1) return undefined;
  throw scratch.errorOf(call, complaint);
}
