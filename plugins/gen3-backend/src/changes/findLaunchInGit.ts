import { launchFolderOf } from '../launch/buildLaunchFiles';
import { known, unknown } from '../preflight/facts/askFact';
import type { Fact, HostnameClaim } from '../preflight/facts/types';
import type { PreflightSubject } from '../preflight/types';
import type { ChangeTargets } from './ChangeTargets';

/**
 * Whether the repository that would take a launch has files of that hostname already: the folder that it would get, or any folder of its
 * name. The catalog need not know of them: a source may not have read them, or not be able to.
 */
export async function findLaunchInGit(options: {
  subject: PreflightSubject;
  targets: ChangeTargets;
  signal: AbortSignal;
}): Promise<Fact<HostnameClaim[]>> {
  const { subject, targets, signal } = options;
  const { plan, hostname } = subject;
  // A values file is of no repository that is known.
  if (!plan || hostname === undefined) return known([]);
  const found = targets.list().find(({ id }) => id === plan.answers.source);
  // Who has no repository, has no files of it either; what is wrong with the source is told by a check of its own.
  if (!found) return known([]);
  if (!found.takesChanges) {
    return unknown(
      `The portal has no way to the repository of the source "${found.id}", so nobody looked into it`,
    );
  }
  const { target, host } = targets.require(found.id);
  const folder = `${launchFolderOf(plan)}/`;
  const paths = await host.findFiles({
    ref: target.branch,
    matching: path =>
      path.startsWith(folder) || path.split('/').includes(hostname),
    signal,
  });
  const [first] = paths;
  return known(
    first === undefined
      ? []
      : [{ by: 'git', what: `"${first}" in ${target.repoUrl}` }],
  );
}
