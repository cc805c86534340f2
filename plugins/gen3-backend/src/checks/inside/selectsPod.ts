import type {
  KubernetesPod,
  KubernetesWorkload,
} from '@gen3-csoc/backstage-plugin-gen3-node';

/** Whether a workload's selector matches a pod; one without a selector has none. */
export function selectsPod(
  workload: KubernetesWorkload,
  pod: KubernetesPod,
): boolean {
  const wanted = Object.entries(workload.spec?.selector?.matchLabels ?? {});
  return (
    wanted.length > 0 &&
    wanted.every(([key, value]) => pod.metadata.labels?.[key] === value)
  );
}
