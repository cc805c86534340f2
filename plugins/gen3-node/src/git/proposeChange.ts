import type { ChangeFile, ChangePerson, ProposedChange } from './ChangeHost';
import type { Attempt, ChangeSession } from './ChangeSession';
import {
  complainAboutChange,
  complainAboutPaths,
  type PathComplaint,
} from './complainAboutChange';
import { isAncestor } from './findMerge';
import {
  listEntries,
  writeFiles,
  writeTree,
  type WrittenFile,
} from './writeTree';
import { writeCommit } from './writeCommit';

interface Proposal {
  branch: string;
  base: string;
  message: string;
  author: ChangePerson;
  committer: ChangePerson;
  files: readonly ChangeFile[];
}

/** The work of `ChangeHost.propose`. */
export async function proposeChange(
  session: ChangeSession,
  proposal: Proposal,
): Promise<ProposedChange> {
  refuseBadPath(session, complainAboutPaths(proposal.files));
  const written = await writeFiles(session.scratch, proposal.files);
  return session.land(proposal.branch, () =>
    attemptProposal(session, { ...proposal, written }),
  );
}

async function attemptProposal(
  session: ChangeSession,
  proposal: Proposal & { written: readonly WrittenFile[] },
): Promise<Attempt<ProposedChange>> {
  const { scratch } = session;
  const { branch, base } = proposal;
  const { tip, baseTip } = await session.tipsOf(proposal);
  if (tip) {
    const value = await findSame(session, { ...proposal, tip, baseTip });
    if (value) return { kind: 'done', value };
    throw session.fail({
      reason: 'branch-exists',
      detail: `branch "${branch}" is there, at ${tip}, with something else on it`,
      fix: 'choose another name, or close the change that it belongs to',
    });
  }
  const tree = await treeOn(session, { ...proposal, commit: baseTip });
  if (tree === (await treeOf(session, baseTip))) {
    throw session.fail({
      reason: 'nothing-to-change',
      detail: `branch "${base}", at ${baseTip}, has all ${proposal.files.length} files as proposed`,
      fix: 'there is nothing left to do, unless another base was meant',
    });
  }
  const commit = await writeCommit({
    ...proposal,
    scratch,
    tree,
    parents: [baseTip],
  });
  const end = await session.push({ branch, from: undefined, to: commit });
  return end.kind === 'done'
    ? { kind: 'done', value: { branch, baseCommit: baseTip, commit } }
    : end;
}

/** What was proposed before, when it comes to the same; the base may have moved on since. */
async function findSame(
  session: ChangeSession,
  proposal: Proposal & {
    written: readonly WrittenFile[];
    tip: string;
    baseTip: string;
  },
): Promise<ProposedChange | undefined> {
  const { branch, tip, baseTip } = proposal;
  const line = await session.scratch.run({
    operation: 'look at a branch',
    args: ['rev-list', '--parents', '--max-count=1', tip],
  });
  const [, parent, ...others] = line.trim().split(' ');
  if (!parent || others.length > 0) return undefined;
  const pair = { commit: parent, of: baseTip };
  if (!(await isAncestor(session.scratch, pair))) return undefined;
  const tree = await treeOn(session, { ...proposal, commit: parent });
  return tree === (await treeOf(session, tip))
    ? { branch, baseCommit: parent, commit: tip }
    : undefined;
}

async function treeOf(session: ChangeSession, commit: string) {
  const output = await session.scratch.run({
    operation: 'look at a commit',
    args: ['rev-parse', '--verify', `${commit}^{tree}`],
  });
  return output.trim();
}

async function treeOn(
  session: ChangeSession,
  change: {
    commit: string;
    files: readonly ChangeFile[];
    written: readonly WrittenFile[];
  },
): Promise<string> {
  const { scratch } = session;
  const { commit, files, written } = change;
  const entries = await listEntries(scratch, commit);
  refuseBadPath(session, complainAboutChange({ files, entries }));
  return writeTree({ scratch, commit, entries, files: written });
}

function refuseBadPath(
  session: ChangeSession,
  found: PathComplaint | undefined,
): void {
  if (!found) return;
  throw session.fail({
    reason: 'bad-path',
    detail: `path ${JSON.stringify(found.path.slice(0, 300))} ${
      found.complaint
    }`,
    fix: 'give each file a plain path of its own, from the root of the repository',
    paths: [found.path],
  });
}
