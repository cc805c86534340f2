import {
  adviseOn,
  INSIDE_CHECK_PREFIX,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { judgeChecks } from './judgeChecks';
import type { SightedCommons, StepSight } from './LaunchSight';

/** Minutes that a step usually takes; a source is read every five. */
export const USUAL_MINUTES = {
  discovered: 10,
  synced: 15,
  workloads: 20,
  jobs: 30,
  probes: 10,
  login: 10,
} as const;

/** A step that may take longer than usual. */
export type LateStep = keyof typeof USUAL_MINUTES;

/** The steps that the cluster shows: applied by Argo CD, workloads, jobs. */
export function followInside(
  commons: SightedCommons,
  forMs: (id: LateStep) => number,
): StepSight[] {
  const checksOf = (prefix: string) =>
    commons.checks.filter(({ checkId }) =>
      checkId.startsWith(`${INSIDE_CHECK_PREFIX}${prefix}`),
    );
  const steps = [
    { id: 'synced', prefix: 'argocd', noun: 'Applications in sync' },
    {
      id: 'workloads',
      prefix: 'deployments:',
      noun: 'services with all their pods ready',
    },
    { id: 'jobs', prefix: 'jobs:', noun: 'services with their jobs done' },
  ] as const;
  return steps.map(({ id, prefix, noun }) => {
    const checks = checksOf(prefix);
    if (!commons.hasCluster)
      return notVisible(id, 'Its cluster is not connected');
    if (checks.length === 0) {
      return {
        id,
        state: 'running',
        evidence: ['The cluster has not been looked into yet'],
        advice: undefined,
      };
    }
    const blind = checks.every(({ status }) => status === 'unknown');
    const [first] = checks;
    if (blind && first && first.cause !== 'never-asked') {
      return notVisible(id, `The portal cannot tell: ${first.reason}`);
    }
    return judgeChecks({
      id,
      checks,
      noun,
      unknownIsFine: id === 'jobs',
      forMs: forMs(id),
      usualMinutes: USUAL_MINUTES[id],
    });
  });
}

function notVisible(id: StepSight['id'], why: string): StepSight {
  const evidence = [`Not visible from here. ${why}.`];
  return { id, state: 'not-visible', evidence, advice: undefined };
}

/** Whether what is asked from outside answers. */
export function followOutside(
  { checks, probing }: SightedCommons,
  forMs: number,
): StepSight {
  const id = 'probes' as const;
  if (probing === 'off') {
    return notVisible(
      id,
      'The portal does not ask this commons: probing is off',
    );
  }
  const asked = checks.filter(({ layer }) => layer === 'outside');
  return asked.length === 0
    ? {
        id,
        state: 'running',
        evidence: ['It has not been asked yet'],
        advice: undefined,
      }
    : judgeChecks({
        id,
        checks: asked,
        noun: 'checks from outside',
        forMs,
        usualMinutes: USUAL_MINUTES.probes,
      });
}

/** Whether users can log in. */
export function followLogin(commons: SightedCommons, forMs: number): StepSight {
  const id = 'login' as const;
  if (commons.probing === 'off') {
    return notVisible(
      id,
      'The portal does not ask this commons: probing is off',
    );
  }
  if (!commons.login) {
    const evidence = ['It has no log-in'];
    return { id, state: 'skipped', evidence, advice: undefined };
  }
  const { status, reason } = commons.login;
  if (status === 'up') {
    return { id, state: 'done', evidence: [reason], advice: undefined };
  }
  const isLate = forMs > USUAL_MINUTES.login * 60_000;
  return {
    id,
    state: isLate ? 'stuck' : 'running',
    evidence: [reason],
    advice: isLate
      ? { likely: `${reason}.`, fix: adviseOn('http-status', 'fence') }
      : undefined,
  };
}
