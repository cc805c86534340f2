import type { CheckInput, PreflightCheck, Problem } from '../types';
import { isMap, isSet, valueAt } from '../valueAt';

const KEY = 'global.pdb';

/** With a budget of one pod, a node with the only one cannot be emptied (`gen3-helm:helm/gen3/templates/postgres-es-pdb.yaml`). */
const STUCK_NODES: Problem = {
  severity: 'warning',
  key: KEY,
  what: 'Disruption budgets are on with a database in the namespace',
  why: 'PostgreSQL and Elasticsearch have one pod each, which may then never be moved: nodes cannot be emptied for an upgrade of the cluster.',
  fix: `Set ${KEY} to false while global.dev is true`,
};

/**
 * `global.pdb` makes a disruption budget for each service with more than one replica, and does nothing for the others
 * (`gen3-helm:helm/<chart>/templates/pdb.yaml`). Every chart has one replica by default.
 */
export const pdbReplicas: PreflightCheck = {
  id: 'pdb-replicas',
  title: 'Disruption budgets protect what they are meant to',
  run(input) {
    const { values, declared } = input.subject;
    if (!isSet(values, KEY)) return 'not-applicable';
    const names = declared.services
      .map(({ name }) => name)
      .filter(name => input.registry.get(name)?.deployments.length);
    const alone = names.filter(name => replicasOf(input, name) < 2);
    return [
      ...(declared.dev ? [STUCK_NODES] : []),
      ...(alone.length > 0 ? [onlyOne(alone, names.length)] : []),
    ];
  },
};

function replicasOf({ subject, facts }: CheckInput, name: string): number {
  const service = valueAt(subject.values, name);
  const given = isMap(service) ? service.replicaCount : undefined;
  if (given !== undefined) return Number(given);
  const { chart } = facts;
  return Number(
    (chart.known && valueAt(chart.value.defaults, `${name}.replicaCount`)) || 1,
  );
}

function onlyOne(alone: string[], all: number): Problem {
  return {
    severity: 'info',
    key: KEY,
    what: `Disruption budgets are on, and ${
      alone.length
    } of ${all} services have one replica: ${alone.join(', ')}`,
    why: 'The chart makes a budget only for services with two or more replicas; the others stop while their node is emptied.',
    fix: 'Set replicaCount of the services that must not stop to 2 or more, e.g. fence.replicaCount, revproxy.replicaCount',
    about: alone,
  };
}
