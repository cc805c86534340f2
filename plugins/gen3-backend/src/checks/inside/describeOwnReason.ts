import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * Why a pod is as it is, in the words that kubelet or a controller wrote to its status; undefined when it says nothing:
 * `NodeLost: Node node-1 which was running pod fence-1 is unresponsive`.
 */
export function describeOwnReason({
  status,
}: KubernetesPod): string | undefined {
  const words = [status?.reason, status?.message].filter(Boolean);
  return words.length > 0 ? words.join(': ') : undefined;
}
