import { ConflictError, InputError } from '@backstage/errors';
import { hidesAny } from '../preview/hideInFiles';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeCaller, FindPerson } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { findStaleFile } from './findStaleFile';
import { notToBeOpened } from './notToBeOpened';
import { buildPullRequest, type PullRequestToOpen } from './pullRequestOf';
import { requireOpener } from './requireOpener';

/**
 * Gives the author of a change what opens its pull request, also of one that has waited for others; nothing of one that is open already. Nothing is
 * written, so it may be repeated: whoever opens it says so with `POST /changes/:id/opened`, and the first one counts.
 *
 * The files were worked out when the change was proposed. Pull requests are merged without looking at that, so what others have merged
 * meanwhile would be taken back.
 *
 * @throws NotAllowedError for anybody but its author; InputError for files with secrets, but to the scaffolder; ConflictError when it is reviewed in
 * this portal, is merged or has ended, its wave has not come, or the base has other files by now.
 */
export async function releasePullRequest(options: {
  record: ChangeRecord;
  caller: Pick<ChangeCaller, 'userRef' | 'isTemplate'>;
  store: Pick<ChangeStore, 'get' | 'stepsOfEach'>;
  targets: Pick<ChangeTargets, 'require' | 'requireHosted'>;
  findPerson: FindPerson;
  signal: AbortSignal;
}): Promise<PullRequestToOpen | undefined> {
  const { record, caller, store, targets, signal } = options;
  const { title, state, host: kind, source, files } = record;
  await requireOpener({ record, userRef: caller.userRef, store });
  if (state === 'open') return undefined;
  if (state !== 'proposing') throw notToBeOpened(record);
  if (!caller.isTemplate && hidesAny(files)) {
    throw new InputError(
      `Files of "${title}" hold secrets, which the portal gives to nobody: open it by the template "Open a change", which opens the pull request at ${kind} itself`,
    );
  }
  const { target, host } = targets.require(source);
  const ref = target.branch;
  const stale = await findStaleFile({ host, files, ref, signal });
  if (stale !== undefined) {
    throw new ConflictError(
      `"${stale}" is not in ${ref} as it was when "${title}" was proposed: close the change, and propose it anew`,
    );
  }
  return buildPullRequest(record, options);
}
