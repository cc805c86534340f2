import type { WorkloadsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import type {
  KubernetesObject,
  KubernetesPod,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';

type Event = WorkloadsResponse['workloads'][number]['events'][number];

/** Events that are shown of one workload. */
const MAX_EVENTS = 5;

/** Events of a workload, of its ReplicaSets and of its pods, newest first. Kubernetes keeps them for an hour as a rule. */
export function describeEvents(
  events: KubernetesObject<'events'>[],
  of: { name: string; pods: KubernetesPod[] },
): Event[] {
  const podNames = new Set(of.pods.map(({ metadata }) => metadata.name));
  const concerns = ({ kind, name = '' }: { kind?: string; name?: string }) =>
    kind === 'Pod'
      ? podNames.has(name)
      : name === of.name ||
        (kind === 'ReplicaSet' && name.startsWith(`${of.name}-`));
  return events
    .filter(({ involvedObject }) => concerns(involvedObject ?? {}))
    .map(describeEvent)
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
    .slice(0, MAX_EVENTS);
}

function describeEvent(event: KubernetesObject<'events'>): Event {
  const { involvedObject, type, reason, message, count = 1 } = event;
  const at =
    event.lastTimestamp ??
    event.eventTime ??
    event.firstTimestamp ??
    event.metadata.creationTimestamp;
  return {
    object: plainText(
      `${involvedObject?.kind ?? ''} ${involvedObject?.name ?? ''}`,
    ),
    type: plainText(type ?? ''),
    reason: plainText(reason ?? ''),
    message: plainText(message ?? ''),
    count,
    at: at && new Date(at).toISOString(),
  };
}
