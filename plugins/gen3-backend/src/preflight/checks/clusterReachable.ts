import { quote } from '../quote';
import type { PreflightCheck } from '../types';

/** The API server of a connected cluster answers the portal. */
export const clusterReachable: PreflightCheck = {
  id: 'cluster-reachable',
  title: 'The cluster answers the portal',
  run({ subject, facts }) {
    if (!subject.cluster) return 'not-applicable';
    const { cluster } = facts;
    if (!cluster.known) return { notRun: cluster.why };
    const { reachable } = cluster.value;
    if (reachable === undefined) return 'not-applicable';
    if (!reachable.known) return { notRun: reachable.why };
    if (reachable.value.answers) return [];
    return [
      {
        severity: 'warning',
        field: 'cluster',
        what: `The portal gets no answer from the API server of ${quote(
          subject.cluster,
        )}: ${reachable.value.how}`,
        why: 'Nobody sees in the portal what Argo CD and the pods do, and the cluster itself may be down.',
        fix: 'See whether the cluster is well, and whether address and credentials in kubernetes.clusterLocatorMethods are right',
      },
    ];
  },
};
