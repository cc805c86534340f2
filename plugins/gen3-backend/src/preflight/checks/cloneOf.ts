import type { LaunchPlan } from '@gen3-csoc/backstage-plugin-gen3-common';
import { describeChart } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { PreflightFacts } from '../facts/types';
import { listNames } from '../listNames';
import { quote } from '../quote';
import { namedSecretsOf } from '../secrets/secretsOf';
import type { PreflightCheck, Problem } from '../types';

/** What belongs to one commons although its name is not in it: two that share a queue lose messages to each other. */
const OF_ONE_COMMONS =
  /arn:aws[a-z-]*:|\bs3:\/\/|\bsqs\.[a-z0-9-]+\.amazonaws\.com|\.rds\.amazonaws\.com|\bgs:\/\//i;

/** A commons can be cloned, and what a clone must not share with it is seen by somebody. */
export const cloneOf: PreflightCheck = {
  id: 'clone-of',
  title:
    'The commons that is cloned can be read, and shares nothing with its clone',
  run({ subject: { plan }, facts, registry }) {
    if (plan?.answers.mode !== 'clone') return 'not-applicable';
    const { cloneOf: hostname, cloned } = plan.answers;
    if (hostname === undefined) return [nobody()];
    if (cloned === undefined || cloned.notRead !== undefined) {
      return [notRead(hostname, cloned?.notRead)];
    }
    const shared = [
      ...pathsOf(cloned.values, [], value => OF_ONE_COMMONS.test(value)),
      // Those that hold for all services are of the server of the databases, which commons may share.
      ...namedSecretsOf(plan, registry)
        .filter(({ service }) => service !== 'global')
        .filter(({ name }) => cloned.secrets.includes(name))
        .map(({ service, key }) => `${service}.externalSecrets.${key}`),
    ];
    return [
      ...(cloned.leftOut.length > 0 ? [leftOut(hostname, cloned.leftOut)] : []),
      ...(cloned.elsewhere.length > 0
        ? [elsewhere(hostname, cloned.elsewhere)]
        : []),
      ...(shared.length > 0 ? [sharedWith(hostname, shared)] : []),
      ...otherChart(hostname, cloned.chart, chartOfClone(plan, facts)),
    ];
  },
};

/** Undefined while it is not known which source takes the clone. */
function chartOfClone(
  { answers: { source: id, chartRevision } }: LaunchPlan,
  { sources }: PreflightFacts,
): string | undefined {
  const listed = sources.known ? sources.value : [];
  const chart = listed.find(source => source.id === id)?.chart;
  return (
    chart &&
    describeChart({ ...chart, revision: chartRevision ?? chart.revision })
  );
}

function otherChart(
  hostname: string,
  its: string | undefined,
  ours: string | undefined,
): Problem[] {
  if (its === undefined || ours === undefined || its === ours) return [];
  return [
    {
      severity: 'info',
      field: 'cloneOf',
      what: `${quote(
        hostname,
      )} is deployed with the chart ${its}; the clone gets ${ours}`,
      why: 'The values were written for the other chart: this one may read some of them otherwise, or not at all.',
      fix: 'Look at the objects that the preview shows, or name the revision of that chart if both are of one repository',
    },
  ];
}

function nobody(): Problem {
  return {
    severity: 'error',
    field: 'cloneOf',
    what: 'It is not said which commons is cloned',
    why: 'A clone begins with the values of a commons that there is.',
    fix: 'Name the hostname of a commons of the fleet, or begin with a new commons',
  };
}

function notRead(hostname: string, why = 'nobody has read it'): Problem {
  return {
    severity: 'error',
    field: 'cloneOf',
    what: `${quote(hostname)} cannot be cloned: ${why}`,
    why: 'A clone begins with the values that git holds of it.',
    fix: 'Name a commons that a GitOps source of the portal declares, or begin with a new commons',
  };
}

function leftOut(hostname: string, paths: string[]): Problem {
  return {
    severity: 'warning',
    field: 'cloneOf',
    what: `Values of ${quote(
      hostname,
    )} that may be secrets are not taken over: ${listNames(paths)}`,
    why: 'What reads them does not work in the clone until it has secrets of its own.',
    fix: 'Put them into the secret manager and name them there, or accept it when the clone needs none of them',
  };
}

function elsewhere(hostname: string, names: string[]): Problem {
  return {
    severity: 'info',
    field: 'cloneOf',
    what: `Values of ${quote(
      hostname,
    )} that are kept elsewhere are not taken over: ${listNames(names)}`,
    why: 'The portal reads the repository of the source only.',
    fix: 'Add to the values of the clone what it needs of them',
  };
}

function sharedWith(hostname: string, paths: string[]): Problem {
  return {
    severity: 'warning',
    field: 'cloneOf',
    what: `The clone would use what is of ${quote(hostname)}: ${listNames(
      paths,
    )}`,
    why: 'Buckets, queues, roles and secrets belong to one commons: two that share a queue lose messages to each other, and one role or key opens the data of both.',
    fix: 'Give the clone its own, in its values once the change is open, or accept it when sharing is meant',
  };
}

function pathsOf(
  value: unknown,
  path: string[],
  isFound: (text: string) => boolean,
): string[] {
  if (typeof value === 'string') return isFound(value) ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, [...path, key], isFound),
  );
}
