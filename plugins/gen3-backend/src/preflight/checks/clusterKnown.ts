import type { ClusterFact } from '../facts/types';
import { listNames } from '../listNames';
import { nearestName } from '../nearestName';
import { quote } from '../quote';
import type { CheckAnswer, PreflightCheck, Problem } from '../types';

/** Somebody knows the cluster: commons run in it, or Backstage's kubernetes plugin is connected to it. */
export const clusterKnown: PreflightCheck = {
  id: 'cluster-known',
  title: 'The cluster is known',
  run({ subject, facts }) {
    if (!subject.cluster) return 'not-applicable';
    const { cluster } = facts;
    return cluster.known
      ? judge(cluster.value, subject.cluster)
      : { notRun: cluster.why };
  },
};

function judge(found: ClusterFact, written: string): CheckAnswer {
  const { isConnected, isUsed } = found;
  if (!isConnected.known) {
    return {
      notRun: `Whether Backstage is connected to the cluster is not known: ${isConnected.why}`,
    };
  }
  if (isConnected.value) return [];
  const shown = describe(found, written);
  return [isUsed ? notConnected(shown) : nobodyKnows(found, shown)];
}

/** With the name that Backstage should have for it, where that is another. */
function describe({ name }: ClusterFact, written: string): string {
  return name === written
    ? quote(written)
    : `${quote(written)} (${quote(name)} in Backstage)`;
}

function notConnected(shown: string): Problem {
  return {
    severity: 'warning',
    field: 'cluster',
    what: `Backstage is not connected to the cluster ${shown}`,
    why: 'The launch can only be followed from outside: nobody sees in the portal what Argo CD and the pods do until the commons answers.',
    fix: 'Add the cluster to kubernetes.clusterLocatorMethods, or accept it',
  };
}

function nobodyKnows({ name, others }: ClusterFact, shown: string): Problem {
  const meant = nearestName(name, others);
  const choice =
    others.length > 0
      ? `Choose one of ${listNames(others)}, or add`
      : 'There is none to choose yet: add';
  return {
    severity: 'error',
    field: 'cluster',
    what: `No commons runs in a cluster ${shown}, and Backstage knows none of that name${
      meant === undefined ? '' : `; did you mean "${meant}"?`
    }`,
    why: 'The files of the commons would go into a folder that no Argo CD reads, so nothing would be deployed.',
    fix: `${choice} the cluster to kubernetes.clusterLocatorMethods`,
  };
}
