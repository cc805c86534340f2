import type { EditRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildEditDescription } from '../edits/buildEditDescription';
import type { EditService } from '../edits/EditService';
import type { EditableCommons } from '../edits/EditableCommons';
import { acceptFindings } from './acceptFindings';
import { describeNotRun } from './describeNotRun';
import type { PreparedChange, Proposal } from './PreparedChange';

/** What preparing an edit needs. */
export interface EditContext {
  edits: Pick<EditService, 'judge'>;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** Judges an edit and writes the files as they would be. @throws InputError when a finding is not accepted, and as {@link EditService} does. */
export async function prepareEdit(
  edit: EditRequest,
  { edits, now }: EditContext,
  by: Proposal,
): Promise<PreparedChange> {
  const { inGit, plan, files, findings, checks } = await edits.judge(edit, by);
  const { accept, userRef, id } = by;
  const accepted = acceptFindings({ findings, accept, by: userRef });
  const { hostname, entityRef, source, owner, tier } = inGit.commons;
  return {
    title: plan.title,
    message: plan.message,
    hostname,
    entityRef,
    source,
    owner,
    tier,
    branch: branchOf({ edit, commons: inGit.commons, id, now: now() }),
    description: buildEditDescription({
      plan,
      author: userRef,
      accepted,
      findings,
      notRun: checks.flatMap(describeNotRun),
    }),
    files,
    accepted,
  };
}

/** A release has the branch that the bot of `gen3-gitops` would give it, in which tests of that repository find the release. */
function branchOf(options: {
  edit: EditRequest;
  commons: EditableCommons;
  id: string;
  now: number;
}): string {
  const { edit, commons, id, now } = options;
  const { hostname, cluster, environment } = commons;
  if (edit.kind === 'upgrade' && edit.release !== undefined) {
    const place = (cluster ?? environment ?? 'commons').replace(
      /[^A-Za-z0-9-]/g,
      '-',
    );
    const seconds = Math.floor(now / 1_000);
    return `chore/apply_monthly_release_${edit.release}_to_${place}_${hostname}_${seconds}`;
  }
  return `${edit.kind}/${hostname}-${id.slice(0, 8)}`;
}
