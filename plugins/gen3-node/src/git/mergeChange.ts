import type { ChangePerson } from './ChangeHost';
import type { Attempt, ChangeSession } from './ChangeSession';
import { findContaining, isAncestor } from './findMerge';
import { mergeTree } from './mergeTree';
import { writeCommit } from './writeCommit';

interface Merge {
  branch: string;
  base: string;
  commit: string;
  message: string;
  author: ChangePerson;
  committer: ChangePerson;
}

/** The work of `ChangeHost.merge`. */
export async function mergeChange(
  session: ChangeSession,
  merge: Merge,
): Promise<{ commit: string }> {
  return session.land(merge.base, () => attemptMerge(session, merge));
}

async function attemptMerge(
  session: ChangeSession,
  merge: Merge,
): Promise<Attempt<{ commit: string }>> {
  const { scratch } = session;
  const { branch, base, commit } = merge;
  const { tip, baseTip } = await session.tipsOf(merge);
  const before = await findDone(session, { commit, baseTip });
  if (before) return { kind: 'done', value: { commit: before } };
  refuseMoved(session, { branch, tip, commit });

  const merged = await mergeTree({
    scratch,
    about: session.about,
    ours: baseTip,
    theirs: commit,
  });
  if (merged.conflicts.length > 0) {
    throw session.fail({
      reason: 'conflict',
      detail: `"${base}", at ${baseTip}, changed the same as commit ${commit} in ${merged.conflicts
        .map(path => JSON.stringify(path))
        .join(', ')
        .slice(0, 1_000)}`,
      fix: 'close the change and propose it anew on what the base has now',
      paths: merged.conflicts,
    });
  }
  const made = await writeCommit({
    ...merge,
    scratch,
    tree: merged.tree,
    parents: [baseTip, commit],
  });
  const end = await session.push({ branch: base, from: baseTip, to: made });
  return end.kind === 'done' ? { kind: 'done', value: { commit: made } } : end;
}

/** The commit that brought a change into the base already. */
async function findDone(
  session: ChangeSession,
  pair: { commit: string; baseTip: string },
): Promise<string | undefined> {
  const { commit, baseTip: base } = pair;
  const [known] = await session.commitsAt([commit]);
  if (!known) return undefined;
  return (await isAncestor(session.scratch, { commit, of: base }))
    ? findContaining(session.scratch, { commit, base })
    : undefined;
}

/** What was approved is a commit, not a name that leads elsewhere by now. */
function refuseMoved(
  session: ChangeSession,
  change: { branch: string; tip: string | undefined; commit: string },
): void {
  const { branch, tip, commit } = change;
  if (tip === commit) return;
  if (!tip) {
    throw session.fail({
      reason: 'not-found',
      detail: `there is no branch "${branch}", and commit ${commit} is not in the base`,
      fix: 'propose the change anew',
    });
  }
  throw session.fail({
    reason: 'branch-moved',
    detail: `branch "${branch}" is at ${tip} and no more at ${commit}`,
    fix: 'look at what is on the branch now, and approve that',
  });
}
