import { listNames } from '../listNames';
import { nameNeighbours } from '../nameNeighbours';
import { quote } from '../quote';
import type { PreflightCheck } from '../types';

/**
 * Services, jobs and secrets of the chart are called the same in every commons, whatever the release is called
 * (`gen3-helm:helm/fence/templates/usersync-cron.yaml`), so a namespace holds one commons.
 */
export const namespaceTaken: PreflightCheck = {
  id: 'namespace-taken',
  title: 'The namespace is free',
  run({ subject, facts }) {
    const { cluster, namespace } = subject;
    if (!cluster || !namespace) return 'not-applicable';
    const { neighbours } = facts;
    if (!neighbours.known) return { notRun: neighbours.why };
    const names = nameNeighbours(neighbours.value);
    if (names.length === 0) return [];
    return [
      {
        severity: 'error',
        field: 'namespace',
        what: `The namespace ${quote(namespace)} of the cluster ${quote(
          cluster,
        )} has a commons already: ${listNames(names)}`,
        why: 'Services, jobs and secrets have the same names in every commons: each would replace those of the other.',
        fix: 'Choose another namespace',
      },
    ];
  },
};
