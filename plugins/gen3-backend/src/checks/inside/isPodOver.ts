import type { KubernetesPod } from '@gen3-csoc/backstage-plugin-gen3-node';

/**
 * Whether a pod has come to its end: thrown out, or with a node that was shut down. Such pods stay until somebody cleans up, long after others
 * took their place: they explain only what nothing else does.
 */
export function isPodOver({ status }: KubernetesPod): boolean {
  const { phase = '', reason } = status ?? {};
  return reason === 'Evicted' || ['Failed', 'Succeeded'].includes(phase);
}
