import {
  adviseOn,
  CHECK_SUBJECTS,
  worstStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { MENDED_WITHIN_MINUTES } from './endOfLaunch';
import type { SightedCheck, StepSight } from './LaunchSight';
import { NOT_ASKED } from './runningOrLate';
import { isLate, type LateStep } from './usualMinutes';

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

/** Nobody has asked, so to wait for the next round is no advice for what is late. */
const UNASKED: readonly SightedCheck['cause'][] = [
  'never-asked',
  'stale',
  'cancelled',
];

const HOW_TO_GO_ON = `Mend the cause and run it again: the launch goes on when it succeeds, and ends as failed when that takes more than ${MENDED_WITHIN_MINUTES} minutes.`;

const LOOK_YOURSELF = 'Look there yourself: the portal cannot tell more.';

/** Evidence that one step shows. */
const MAX_EVIDENCE = 8;

/** Judges a step that is done when checks are up. */
export function judgeChecks(options: {
  id: LateStep;
  checks: SightedCheck[];
  /** What has to be up, for people: `workloads of services`. */
  noun: string;
  /** Checks of the whole namespace: the step is not done while they say that something is wrong, and waits for nothing else of them. */
  besides?: SightedCheck[];
  /** The same, of what may be on purpose: they are told where the step is not done, and keep none from being done. */
  explaining?: SightedCheck[];
  /** A check that has nothing to say keeps nobody waiting, e.g. of jobs that have not run yet. */
  unknownIsFine?: boolean;
  /** Milliseconds since the step began. */
  forMs: number;
}): StepSight {
  const { id, checks, noun, besides = [], explaining = [] } = options;
  const { unknownIsFine, forMs } = options;
  const waitsFor = [
    ...checks.filter(
      ({ status }) =>
        status !== 'up' && !(unknownIsFine && status === 'unknown'),
    ),
    ...besides.filter(isWrong),
  ];
  const up = checks.filter(({ status }) => status === 'up').length;
  const count = `${up} of ${checks.length} ${noun}`;
  if (waitsFor.length === 0 && up > 0) {
    return { id, state: 'done', evidence: [count], advice: undefined };
  }
  const wrong = worstFirst([...waitsFor, ...explaining.filter(isWrong)]);
  const [worst = worstFirst(checks)[0]] = wrong;
  const evidence = [count, ...wrong.slice(0, MAX_EVIDENCE).map(describe)];
  const state = stateOf(waitsFor, isLate(id, forMs));
  const advice =
    state === 'running' || !worst
      ? undefined
      : {
          likely: `${describe(worst)}.`,
          fix: [
            adviseOnCheck(worst),
            ...(state === 'failed' ? [HOW_TO_GO_ON] : []),
          ].join(' '),
        };
  return { id, state, evidence, advice };
}

/** What to do about the worst of checks that are not up; undefined when all are. */
export function adviseOnWorst(checks: SightedCheck[]): string | undefined {
  const [worst] = worstFirst(checks.filter(({ status }) => status !== 'up'));
  return worst && adviseOnCheck(worst);
}

function adviseOnCheck({ cause, service, checkId }: SightedCheck): string {
  if (UNASKED.includes(cause)) return NOT_ASKED.fix;
  return adviseOn(cause, service ?? checkId) || LOOK_YOURSELF;
}

function isWrong({ status }: SightedCheck): boolean {
  return status === 'down' || status === 'degraded';
}

function stateOf(
  waitsFor: SightedCheck[],
  late: boolean,
): 'failed' | 'stuck' | 'running' {
  if (waitsFor.some(({ cause }) => FAILED.includes(cause))) return 'failed';
  return late || waitsFor.some(({ cause }) => HOPELESS.includes(cause))
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

function describe({ service, checkId, reason }: SightedCheck): string {
  const subject =
    service ?? CHECK_SUBJECTS[checkId] ?? checkId.replace(/^inside:/, '');
  return `${subject} ${reason}`;
}
