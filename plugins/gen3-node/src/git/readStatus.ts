import type { ChangeStatus } from './ChangeHost';
import type { ChangeSession } from './ChangeSession';
import { findMerge, isAncestor } from './findMerge';
import { mergeTree } from './mergeTree';

/** The work of `ChangeHost.status`. */
export async function readStatus(
  session: ChangeSession,
  change: { branch: string; base: string; commit?: string },
): Promise<ChangeStatus> {
  const { scratch } = session;
  const { tip, baseTip } = await session.tipsOf(change);
  const settled = { commit: tip, conflicts: [], behind: 0 };
  for (const commit of await candidatesOf(session, { ...change, tip })) {
    // One after the other: what was proposed counts before what came on top of it.
    const mergeCommit = await findMerge({ scratch, commit, base: baseTip });
    if (mergeCommit) return { ...settled, state: 'merged', mergeCommit };
  }
  if (!tip) return { ...settled, state: 'gone' };
  const { conflicts } = await mergeTree({
    scratch,
    about: session.about,
    ours: baseTip,
    theirs: tip,
  });
  const behind = await scratch.run({
    operation: 'follow a change',
    args: ['rev-list', '--count', `${tip}..${baseTip}`],
  });
  return { state: 'open', commit: tip, conflicts, behind: Number(behind) };
}

/**
 * The commits by which the base may have got a change: the one that was proposed, and what the branch is at when that is made on top
 * of it. A branch that was put elsewhere says nothing of the change.
 */
async function candidatesOf(
  session: ChangeSession,
  change: { commit?: string; tip: string | undefined },
): Promise<string[]> {
  const { commit, tip } = change;
  if (!commit) return tip ? [tip] : [];
  // A commit that no branch leads to is swept away some day.
  const [known] = await session.commitsAt([commit]);
  if (!known) return [];
  if (!tip || tip === commit) return [commit];
  return (await isAncestor(session.scratch, { commit, of: tip }))
    ? [commit, tip]
    : [commit];
}
