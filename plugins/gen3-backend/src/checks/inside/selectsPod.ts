import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { matchesSelector } from './matchesSelector';

/** Whether a workload's selector matches a pod; one without a selector has none, and Kubernetes accepts no empty one. */
export function selectsPod(
  { spec }: KubernetesWorkload,
  pod: KubernetesPod,
): boolean {
  const selector = spec?.selector;
  if (!selector) return false;
  const { matchLabels, matchExpressions } = selector;
  const isEmpty =
    Object.keys(matchLabels).length + matchExpressions.length === 0;
  return !isEmpty && matchesSelector(selector, pod);
}
