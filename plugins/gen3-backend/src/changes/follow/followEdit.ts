import type { ChangeRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isMerged } from '../isMerged';
import { followInside, followLogin, followOutside } from './followCommons';
import { followReview } from './followReview';
import { lastsFor } from './lastsFor';
import type {
  LaunchSight,
  SightedCommons,
  SightedLogin,
  StepSight,
} from './LaunchSight';
import { NOT_IN_FLEET, NOT_READ, runningOrLate } from './runningOrLate';
import type { LateStep } from './usualMinutes';

/**
 * What is seen is still of before until Argo CD has looked into git, and for a third of that time more, in which it begins
 * (https://argo-cd.readthedocs.io/en/stable/faq/, `timeout.reconciliation`).
 */
const SETTLES_AFTER = 4 / 3;

const NOT_SHOWN = {
  likely: 'Argo CD has not applied the change, or revproxy not restarted.',
  fix: 'Look at the Application in Argo CD, and at the pods of revproxy.',
};

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
      ...AFTER_MERGE.map(id =>
        runningOrLate(id, {
          forMs: lastsFor(sight, id),
          evidence: 'The commons is not in the fleet',
          advice: NOT_IN_FLEET,
        }),
      ),
    ];
  }
  return [seen, ...changed(sight, commons)];
}

/** The source does not declare it any more. */
function gone(sight: LaunchSight): StepSight {
  return sight.commons
    ? unread(sight, 'The source still declares it, or has not been read since')
    : done('discovered', 'The source does not declare it any more');
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
  return unread(
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
        )} seconds: what is seen now may be from before the merge`,
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
  // Where Argo CD looks seldom, nothing is late before it has.
  const forMs = (id: LateStep) => Math.min(lastsFor(sight, id), now - from);
  const [synced, workloads, jobs] = followInside(fresh, {
    forMs,
    isNew: false,
    known: commons.checks,
  });
  return [
    ...[synced, workloads].filter(step => step !== undefined),
    request.kind === 'upgrade' && jobs
      ? jobs
      : skipped('jobs', 'It starts no jobs'),
    ...answers(request, fresh, { forMs, from }),
  ];
}

/** In maintenance it is right that users see something else. */
function answers(
  request: ChangeRequest,
  commons: SightedCommons,
  { forMs, from }: { forMs: (id: LateStep) => number; from: number },
): StepSight[] {
  const isMaintenance =
    request.kind === 'retire' ||
    (request.kind === 'maintenance' && request.mode === 'on');
  if (!isMaintenance) {
    return [
      followOutside(commons, { forMs: forMs('probes'), isNew: false }),
      withoutLogin(request, commons.loginSince(from)) ??
        followLogin(commons, { forMs: forMs('login'), from }),
    ];
  }
  const shown = commons.checks.some(({ status }) => status === 'maintenance');
  const probes =
    shown || commons.probing === 'off'
      ? undefined
      : runningOrLate('probes', {
          forMs: forMs('probes'),
          evidence: 'It does not show the maintenance page',
          advice: NOT_SHOWN,
        });
  return [
    probes ??
      (shown
        ? done('probes', 'It shows the maintenance page')
        : followOutside(commons, { forMs: 0, isNew: false })),
    skipped('login', 'Users see the maintenance page'),
  ];
}

/** Nobody waits for a log-in that was switched off by this very change. */
function withoutLogin(
  request: ChangeRequest,
  login: SightedLogin | undefined,
): StepSight | undefined {
  const { status, because = [] } = login ?? {};
  const isMeant =
    status !== 'up' &&
    because.length > 0 &&
    because.every(service => isScaledToZero(request, service));
  return isMeant
    ? skipped('login', `Nobody can log in without ${because.join(', ')}`)
    : undefined;
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

function unread(sight: LaunchSight, evidence: string): StepSight {
  const id = 'discovered';
  const forMs = lastsFor(sight, id);
  return runningOrLate(id, { forMs, evidence, advice: NOT_READ });
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
