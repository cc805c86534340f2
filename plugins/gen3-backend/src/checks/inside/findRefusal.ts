import {
  boundedClause,
  type KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Trouble } from './Trouble';

/**
 * Why Kubernetes makes no more pods of a Deployment: a quota, a webhook, a service account that is missing. The Deployment has it from
 * its ReplicaSet (`kubernetes:pkg/controller/replicaset/replica_set_utils.go`), in the words of the API server; a StatefulSet does not say.
 */
export function findRefusal({
  status,
}: KubernetesWorkload): Trouble | undefined {
  const failure = status?.conditions.find(
    // FailedDelete is the other one: pods too many.
    each =>
      each.type === 'ReplicaFailure' &&
      each.status === 'True' &&
      each.reason !== 'FailedDelete',
  );
  if (!failure) return undefined;
  const why = boundedClause(failure.message ?? 'it does not say why');
  return {
    // `kubernetes:staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go`
    cause: /exceeded quota/.test(why) ? 'quota-used-up' : 'pods-not-created',
    clause: `Kubernetes makes no more pods (${why})`,
  };
}
