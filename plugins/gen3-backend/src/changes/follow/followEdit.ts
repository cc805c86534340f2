import type { ChangeRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isMerged } from '../isMerged';
import {
  followInside,
  followLogin,
  followOutside,
  type LateStep,
  USUAL_MINUTES,
} from './followCommons';
import { followReview } from './followReview';
import type { LaunchSight, SightedCommons, StepSight } from './LaunchSight';

const MINUTE_MS = 60_000;

/**
 * What is seen is still of before until Argo CD has looked into git, and for a third of that time more, in which it begins
 * (https://argo-cd.readthedocs.io/en/stable/faq/, `timeout.reconciliation`).
 */
const SETTLES_AFTER = 4 / 3;

const AFTER_MERGE = ['synced', 'workloads', 'jobs', 'probes', 'login'] as const;

/**
 * Where an edit of a commons is, from all that is known of it. Unlike with a launch, the commons is there before, so only what was seen some
 * minutes after the merge counts. What was done once stays done.
 */
export function followEdit(sight: LaunchSight): StepSight[] {
  const known = new Map(sight.before.map(step => [step.id, step]));
  return [
    ...followReview(sight),
    ...(isMerged(sight.record) ? afterMerge(sight) : []),
  ].map(step => {
    const before = known.get(step.id);
    return before?.state === 'done' && step.state !== 'done' ? before : step;
  });
}

function afterMerge(sight: LaunchSight): StepSight[] {
  const { record, commons } = sight;
  const { request } = record;
  if (request.kind === 'retire' && request.step === 'remove') {
    return [
      gone(sight),
      ...AFTER_MERGE.map(id => skipped(id, 'The commons is retired')),
    ];
  }
  const seen = discovered(sight);
  if (!commons) {
    return [
      seen,
      ...AFTER_MERGE.map(id => running(id, 'The commons is not in the fleet')),
    ];
  }
  return [seen, ...changed(sight, commons)];
}

/** The source does not declare it any more. */
function gone({ commons, ...sight }: LaunchSight): StepSight {
  if (!commons) {
    return done('discovered', 'The source does not declare it any more');
  }
  return lateOr(
    'discovered',
    sight,
    'The source still declares it, or has not been read since',
  );
}

/** Only a release is to be seen in the catalog; Argo CD reads git itself. */
function discovered(sight: LaunchSight): StepSight {
  const { record, commons } = sight;
  const { request } = record;
  const isWhole =
    request.kind === 'upgrade' && Object.keys(request.imageTags).length === 0;
  if (!isWhole) {
    return skipped('discovered', 'The catalog does not show it');
  }
  if (commons?.release === request.release) {
    return done('discovered', `The catalog says release ${request.release}`);
  }
  return lateOr(
    'discovered',
    sight,
    `The catalog says release ${commons?.release ?? 'unknown'}`,
  );
}

function changed(sight: LaunchSight, commons: SightedCommons): StepSight[] {
  const { record, now, reconciliationMs } = sight;
  const from = record.updatedAt + reconciliationMs * SETTLES_AFTER;
  if (now < from && (commons.hasCluster || commons.probing === 'on')) {
    return AFTER_MERGE.map(id =>
      running(
        id,
        `Argo CD looks into git every ${Math.ceil(
          reconciliationMs / 1000,
        )} seconds: what is seen now may be of before`,
      ),
    );
  }
  const { request } = record;
  const fresh = {
    ...commons,
    checks: commons.checks.filter(
      ({ checkedAt, service }) =>
        checkedAt !== undefined &&
        checkedAt >= from &&
        !isScaledToZero(request, service),
    ),
  };
  const forMs = (id: LateStep) => sinceOf(sight, id);
  const [synced, workloads, jobs] = followInside(fresh, forMs);
  return [
    ...[synced, workloads].filter(step => step !== undefined),
    request.kind === 'upgrade' && jobs
      ? jobs
      : skipped('jobs', 'It starts no jobs'),
    ...answers(request, fresh, forMs),
  ];
}

/** In maintenance it is right that users see something else. */
function answers(
  request: ChangeRequest,
  commons: SightedCommons,
  forMs: (id: LateStep) => number,
): StepSight[] {
  const isMaintenance =
    request.kind === 'retire' ||
    (request.kind === 'maintenance' && request.mode === 'on');
  if (!isMaintenance) {
    return [
      followOutside(commons, forMs('probes')),
      followLogin(commons, forMs('login')),
    ];
  }
  const shown = commons.checks.some(({ status }) => status === 'maintenance');
  const probes =
    shown || commons.probing === 'off'
      ? undefined
      : late(
          'probes',
          forMs('probes'),
          'It does not show the maintenance page',
        );
  return [
    probes ??
      (shown
        ? done('probes', 'It shows the maintenance page')
        : followOutside(commons, 0)),
    skipped('login', 'Users see the maintenance page'),
  ];
}

function isScaledToZero(
  request: ChangeRequest,
  service: string | undefined,
): boolean {
  return (
    request.kind === 'scale' &&
    service !== undefined &&
    Object.hasOwn(request.replicas, service) &&
    request.replicas[service] === 0
  );
}

function sinceOf({ before, now }: LaunchSight, id: StepSight['id']): number {
  const step = before.find(each => each.id === id);
  return step?.state === 'waiting' ? 0 : now - (step?.since ?? now);
}

function lateOr(
  id: LateStep,
  sight: Pick<LaunchSight, 'before' | 'now'>,
  evidence: string,
): StepSight {
  const step = sight.before.find(each => each.id === id);
  return late(id, sight.now - (step?.since ?? sight.now), evidence);
}

function late(id: LateStep, forMs: number, evidence: string): StepSight {
  if (forMs <= USUAL_MINUTES[id] * MINUTE_MS) return running(id, evidence);
  return {
    id,
    state: 'stuck',
    evidence: [evidence],
    advice:
      id === 'discovered'
        ? {
            likely:
              'The source has not been read since, or what was merged is quarantined.',
            fix: 'Look at the source on the page Sources; refresh it there.',
          }
        : {
            likely:
              'Argo CD has not applied the change, or revproxy not restarted.',
            fix: 'Look at the Application in Argo CD, and at the pods of revproxy.',
          },
  };
}

function running(id: StepSight['id'], evidence: string): StepSight {
  return { id, state: 'running', evidence: [evidence], advice: undefined };
}

function done(id: StepSight['id'], evidence: string): StepSight {
  return { id, state: 'done', evidence: [evidence], advice: undefined };
}

function skipped(id: StepSight['id'], evidence: string): StepSight {
  return { id, state: 'skipped', evidence: [evidence], advice: undefined };
}
