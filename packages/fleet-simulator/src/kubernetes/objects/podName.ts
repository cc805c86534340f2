import { nameSuffix } from '../metadata';
import { Template } from '../rollouts/types';
import { NamespaceView } from '../views';

/** Name of the pod with this number of a Deployment's ReplicaSet. */
export function podName(
  { facts }: Pick<NamespaceView, 'facts'>,
  deployment: string,
  { template, slot }: { template: Pick<Template, 'hash'>; slot: number },
): string {
  const replicaSet = `${deployment}-${template.hash}`;
  return `${replicaSet}-${nameSuffix(facts, `${replicaSet} ${slot}`, 5)}`;
}
