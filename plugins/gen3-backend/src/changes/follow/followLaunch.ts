import {
  adviseOn,
  INSIDE_CHECK_PREFIX,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeStepRecord } from '../ChangeRecord';
import { isMerged } from '../isMerged';
import { followReview, waiting } from './followReview';
import { judgeChecks } from './judgeChecks';
import type { LaunchSight, SightedCommons, StepSight } from './LaunchSight';

/** Minutes that a step usually takes; a source is read every five. */
const USUAL_MINUTES = {
  discovered: 10,
  synced: 15,
  workloads: 20,
  jobs: 30,
  probes: 10,
  login: 10,
} as const;

type LateStep = keyof typeof USUAL_MINUTES;

/**
 * Where a launch is, from all that is known of it. What was done once stays done: from then on the commons' health says how it is.
 */
export function followLaunch(sight: LaunchSight): StepSight[] {
  const known = new Map(sight.before.map(step => [step.id, step]));
  const steps = [
    ...followReview(sight),
    ...(isMerged(sight.record) ? afterMerge(sight, known) : []),
  ].map(step => {
    const before = known.get(step.id);
    return before?.state === 'done' && step.state !== 'done' ? before : step;
  });
  return stopAtFailure(steps);
}

/** A commons whose database was not made does not answer: what comes after it has not begun, and is no trouble of its own. */
function stopAtFailure(steps: StepSight[]): StepSight[] {
  const at = steps.findIndex(({ state }) => state === 'failed');
  return steps.map((step, index) =>
    at >= 0 && index > at && step.state !== 'done' ? waiting(step.id) : step,
  );
}

function afterMerge(
  sight: LaunchSight,
  known: ReadonlyMap<string, ChangeStepRecord>,
): StepSight[] {
  const { commons, now } = sight;
  const forMs = (id: LateStep) => now - (known.get(id)?.since ?? now);
  const ids = ['synced', 'workloads', 'jobs', 'probes', 'login'] as const;
  if (!commons) {
    return [
      undiscovered(forMs('discovered') > USUAL_MINUTES.discovered * 60_000),
      ...ids.map(waiting),
    ];
  }
  return [
    {
      id: 'discovered',
      state: 'done',
      evidence: ['The commons is in the catalog and in the fleet'],
      advice: undefined,
    },
    ...inside(commons, forMs),
    outside(commons, forMs('probes')),
    login(commons, forMs('login')),
  ];
}

function undiscovered(isLate: boolean): StepSight {
  const evidence = ['The source has not found it yet'];
  return isLate
    ? {
        id: 'discovered',
        state: 'stuck',
        evidence,
        advice: {
          likely:
            'The source has not been read since, or what was merged is quarantined.',
          fix: 'Look at the source on the page Sources; refresh it there.',
        },
      }
    : { id: 'discovered', state: 'running', evidence, advice: undefined };
}

function inside(
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

function outside(
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

function login(commons: SightedCommons, forMs: number): StepSight {
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
