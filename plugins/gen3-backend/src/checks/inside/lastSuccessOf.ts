import type {
  KubernetesCronJob,
  KubernetesJob,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { endOf } from './newestRunOf';

/**
 * When a CronJob succeeded last, in milliseconds since the epoch; undefined when it never did. The CronJob notes it since Kubernetes 1.21,
 * and knows nothing of Jobs that are not its own; the Jobs know it as long as they are kept.
 */
export function lastSuccessOf(
  { status }: KubernetesCronJob,
  runs: KubernetesJob[],
): number | undefined {
  const noted = status?.lastSuccessfulTime;
  const times = [
    ...(noted === undefined ? [] : [Date.parse(noted)]),
    ...runs.flatMap(run => endOf(run)?.succeededAt ?? []),
  ];
  return times.length > 0 ? Math.max(...times) : undefined;
}
