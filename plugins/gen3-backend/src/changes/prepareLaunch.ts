import {
  type ChangeFile,
  commonsEntityName,
  type LaunchAnswers,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { buildLaunchFiles } from '../launch/buildLaunchFiles';
import { secretsOf } from '../preflight/secrets/secretsOf';
import type { PreflightService } from '../preflight/PreflightService';
import { acceptFindings } from './acceptFindings';
import { buildDescription } from './buildDescription';
import type { ChangeTargets } from './ChangeTargets';
import { describeNotRun } from './describeNotRun';
import type { PreparedChange, Proposal } from './PreparedChange';
import { toCallerError } from './toCallerError';

/** What preparing a launch needs. */
export interface LaunchContext {
  targets: ChangeTargets;
  preflight: Pick<PreflightService, 'check' | 'plan'>;
  registry: ServiceRegistry;
}

/** Judges the answers of a launch once more and writes its files. @throws InputError when preflight objects. */
export async function prepareLaunch(
  answers: LaunchAnswers,
  { targets, preflight, registry }: LaunchContext,
  by: Proposal,
): Promise<PreparedChange> {
  const { target, host } = targets.require(answers.source);
  const { findings, checks } = await preflight.check({ answers }, by);
  const { accept, userRef, id } = by;
  const accepted = acceptFindings({ findings, accept, by: userRef });
  const plan = preflight.plan(answers);
  const written = buildLaunchFiles({ plan, target, registry });
  const before = await toCallerError(() =>
    host.readFiles({
      ref: target.branch,
      paths: written.map(({ path }) => path),
      signal: by.signal,
    }),
  );
  const files = written.map(({ path, content }): ChangeFile => {
    const old = before.get(path);
    return {
      path,
      ...(old === undefined ? {} : { before: old }),
      after: content,
    };
  });
  const { hostname, tier } = plan;
  const title = `Launch ${hostname}`;
  return {
    title,
    message: title,
    hostname,
    entityRef: `system:default/${commonsEntityName(hostname)}`,
    source: target.id,
    owner: answers.owner,
    tier,
    branch: `launch/${hostname}-${id.slice(0, 8)}`,
    description: buildDescription({
      plan,
      author: userRef,
      secrets: secretsOf(plan, registry),
      accepted,
      findings,
      notRun: checks.flatMap(describeNotRun),
    }),
    files,
    accepted,
  };
}
