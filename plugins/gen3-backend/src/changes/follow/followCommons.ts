import {
  adviseOn,
  INSIDE_CHECK_PREFIX,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { adviseOnWorst, judgeChecks } from './judgeChecks';
import type {
  SightedCheck,
  SightedCommons,
  SightedLogin,
  StepSight,
} from './LaunchSight';
import { NOT_ASKED, runningOrLate } from './runningOrLate';
import type { LateStep } from './usualMinutes';

const NOT_PROBED = 'The portal does not ask this commons: probing is off';

/** How a step is looked at. */
interface Looked {
  /** Milliseconds since it began. */
  forMs: number;
  /** A launch made the commons, so what is wrong with its volumes and its certificate came with it; an edit may have found it so. */
  isNew: boolean;
}

/**
 * What of the namespace as a whole tells of a step. `besides` keeps the step of a new commons from being done; `explaining` may be on purpose, as a quota
 * that fits exactly, or of others, as the pods of somebody who looks for a mistake, and only explains why it is not.
 */
const INSIDE_STEPS = [
  {
    id: 'synced',
    prefix: 'argocd',
    noun: 'Applications in sync',
    none: 'Nothing asks the cluster for its Application',
  },
  {
    id: 'workloads',
    prefix: 'deployments:',
    noun: 'services with all their pods ready',
    none: 'No service of it has workloads',
    besides: ['volumes'],
    explaining: ['pods', 'external-secrets', 'nodes', 'quota'],
  },
  {
    id: 'jobs',
    prefix: 'jobs:',
    noun: 'services with their jobs done',
    none: 'No service of it needs a job',
  },
] as const;

/** The steps that the cluster shows: applied by Argo CD, workloads, jobs. */
export function followInside(
  commons: SightedCommons,
  options: {
    forMs: (id: LateStep) => number;
    isNew: boolean;
    /** Checks that the commons has, whenever they were asked. @defaultValue those of the commons */
    known?: SightedCheck[];
  },
): StepSight[] {
  const { forMs, isNew, known = commons.checks } = options;
  return INSIDE_STEPS.map(step => {
    const { id, prefix, noun, none } = step;
    if (!commons.hasCluster) {
      return notVisible(id, 'Its cluster is not connected');
    }
    const checks = commons.checks.filter(isOf(prefix));
    if (checks.length === 0) {
      if (commons.probing === 'off') return notVisible(id, NOT_PROBED);
      if (hasNone(known, prefix)) {
        return { id, state: 'skipped', evidence: [none], advice: undefined };
      }
      return runningOrLate(id, {
        forMs: forMs(id),
        evidence: 'The cluster has not been looked into yet',
        advice: NOT_ASKED,
      });
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
      ...('besides' in step
        ? ofWhole(isNew, {
            besides: ofPlace(commons, step.besides),
            explaining: ofPlace(commons, step.explaining),
          })
        : {}),
      unknownIsFine: id === 'jobs',
      forMs: forMs(id),
    });
  });
}

/** A round asks all checks that a commons has: when there are others of its cluster, it has none of these. */
function hasNone(known: SightedCheck[], prefix: string): boolean {
  const inside = known.filter(({ layer }) => layer === 'inside');
  return inside.length > 0 && !inside.some(isOf(prefix));
}

function isOf(prefix: string) {
  return ({ checkId }: SightedCheck) =>
    checkId.startsWith(`${INSIDE_CHECK_PREFIX}${prefix}`);
}

/** Checks of the whole namespace, by their names. */
function ofPlace(
  { checks }: SightedCommons,
  names: readonly string[],
): SightedCheck[] {
  const ids = names.map(name => `${INSIDE_CHECK_PREFIX}${name}`);
  return checks.filter(({ checkId }) => ids.includes(checkId));
}

/** What was wrong before an edit was made is no fault of it, and need not be mended for it. */
function ofWhole(
  isNew: boolean,
  checks: { besides: SightedCheck[]; explaining: SightedCheck[] },
) {
  const { besides, explaining } = checks;
  return isNew ? checks : { explaining: [...besides, ...explaining] };
}

function notVisible(id: StepSight['id'], why: string): StepSight {
  const evidence = [`Not visible from here. ${why}.`];
  return { id, state: 'not-visible', evidence, advice: undefined };
}

/**
 * Whether what is asked from outside answers. A certificate that is not renewed counts for a new commons, too: it answers until that ends. That the Ingress
 * has no address is told only: another load balancer may lead in, and whoever is answered has come in.
 */
export function followOutside(
  commons: SightedCommons,
  { forMs, isNew }: Looked,
): StepSight {
  const id = 'probes' as const;
  if (commons.probing === 'off') return notVisible(id, NOT_PROBED);
  const checks = commons.checks.filter(({ layer }) => layer === 'outside');
  const ingress = ofPlace(commons, ['ingress']);
  const isOfWay = ({ cause }: SightedCheck) => cause === 'no-ingress';
  return checks.length === 0
    ? runningOrLate(id, {
        forMs,
        evidence: 'It has not been asked yet',
        advice: NOT_ASKED,
      })
    : judgeChecks({
        id,
        checks,
        noun: 'checks from outside',
        ...ofWhole(isNew, {
          besides: ingress.filter(check => !isOfWay(check)),
          explaining: [
            ...ingress.filter(isOfWay),
            ...ofPlace(commons, ['network-policies']),
          ],
        }),
        forMs,
      });
}

/** Whether users can log in, by what was asked from a time on. */
export function followLogin(
  commons: SightedCommons,
  { forMs, from }: { forMs: number; from: number },
): StepSight {
  const id = 'login' as const;
  if (commons.probing === 'off') return notVisible(id, NOT_PROBED);
  const login = commons.loginSince(from);
  if (!login) {
    const evidence = ['It has no log-in'];
    return { id, state: 'skipped', evidence, advice: undefined };
  }
  const { status, reason } = login;
  if (status === 'up') {
    return { id, state: 'done', evidence: [reason], advice: undefined };
  }
  return runningOrLate(id, {
    forMs,
    evidence: reason,
    advice: { likely: `${reason}.`, fix: adviseOnLogin(login, commons) },
  });
}

/** What to do is told by the services that are to blame; where none is, by what concerns all, such as the certificate. */
function adviseOnLogin(
  { status, because }: SightedLogin,
  { checks }: SightedCommons,
): string {
  if (status === 'maintenance') return adviseOn('maintenance', 'fence');
  const blamed = checks.filter(({ service, layer }) =>
    because.length > 0
      ? service !== undefined && because.includes(service)
      : layer === 'outside' && service === undefined,
  );
  return adviseOnWorst(blamed) ?? NOT_ASKED.fix;
}
