import { adviseOn, worstStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { MENDED_WITHIN_MINUTES } from './endOfLaunch';
import type { SightedCheck, StepSight } from './LaunchSight';

const MINUTE_MS = 60_000;

/** What nothing mends by itself, so that nobody has to wait until it is late. */
const HOPELESS: readonly SightedCheck['cause'][] = [
  'crash-loop',
  'image-pull',
  'container-config',
  'init-failed',
  'unschedulable',
  'pods-not-created',
  'sync-failed',
  'volume-missing',
  'quota-used-up',
  'certificate-not-renewed',
  'dns',
  'tls',
];

/** What ends a step: it has to be begun anew by hand. */
const FAILED: readonly SightedCheck['cause'][] = ['job-failed'];

const HOW_TO_GO_ON = `Mend the cause and run it again: the launch goes on when it succeeds, and ends as failed when that takes more than ${MENDED_WITHIN_MINUTES} minutes.`;

/** Evidence that one step shows. */
const MAX_EVIDENCE = 8;

/** Judges a step that is done when checks are up. */
export function judgeChecks(options: {
  id: StepSight['id'];
  checks: SightedCheck[];
  /** What has to be up, for people: `workloads of services`. */
  noun: string;
  /** A check that has nothing to say keeps nobody waiting, e.g. of jobs that have not run yet. */
  unknownIsFine?: boolean;
  /** Milliseconds since the step began. */
  forMs: number;
  /** Minutes after which it takes longer than usual. */
  usualMinutes: number;
}): StepSight {
  const { id, checks, noun, unknownIsFine, forMs, usualMinutes } = options;
  const waitsFor = checks.filter(
    ({ status }) => status !== 'up' && !(unknownIsFine && status === 'unknown'),
  );
  const up = checks.filter(({ status }) => status === 'up').length;
  const count = `${up} of ${checks.length} ${noun}`;
  if (waitsFor.length === 0 && up > 0) {
    return { id, state: 'done', evidence: [count], advice: undefined };
  }
  const [worst] = worstFirst(waitsFor);
  const evidence = [
    count,
    ...worstFirst(waitsFor).slice(0, MAX_EVIDENCE).map(describe),
  ];
  const state = stateOf(waitsFor, forMs > usualMinutes * MINUTE_MS);
  const advice =
    worst && state !== 'running'
      ? {
          likely: `${describe(worst)}.`,
          fix: [
            adviseOn(worst.cause, subjectOf(worst)),
            ...(state === 'failed' ? [HOW_TO_GO_ON] : []),
          ].join(' '),
        }
      : undefined;
  return { id, state, evidence, advice };
}

function stateOf(
  waitsFor: SightedCheck[],
  isLate: boolean,
): 'failed' | 'stuck' | 'running' {
  if (waitsFor.some(({ cause }) => FAILED.includes(cause))) return 'failed';
  return isLate || waitsFor.some(({ cause }) => HOPELESS.includes(cause))
    ? 'stuck'
    : 'running';
}

/** What nothing mends comes before what may just take its time, then by status. */
function worstFirst(checks: SightedCheck[]): SightedCheck[] {
  const rankOf = ({ cause, status }: SightedCheck) => {
    if (FAILED.includes(cause)) return 0;
    if (HOPELESS.includes(cause)) return 1;
    return worstStatus([status, 'degraded']) === status ? 2 : 3;
  };
  return [...checks].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.checkId < b.checkId ? -1 : 1),
  );
}

function describe(check: SightedCheck): string {
  return `${subjectOf(check)} ${check.reason}`;
}

function subjectOf({ service, checkId }: SightedCheck): string {
  return service ?? checkId.replace(/^inside:/, '');
}
