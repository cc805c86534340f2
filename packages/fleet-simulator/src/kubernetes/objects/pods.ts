import { defineKind, inCommons } from '../defineKind';
import { AGE } from '../humanDuration';
import { NamespaceView } from '../views';
import { elasticsearchPods } from './elasticsearch';
import { jobPodsOf } from './jobPods';
import { Pod } from './podTypes';
import { podStatusWord, readyContainers, restarts } from './printPod';
import { podsOf } from './servicePods';
import { workloadsOf } from './workloads';

const NONE = '<none>';

/** All pods of a commons. */
export function allPodsOf(view: NamespaceView): Pod[] {
  return [
    ...workloadsOf(view).flatMap(workload => podsOf(view, workload)),
    ...elasticsearchPods(view),
    ...jobPodsOf(view),
  ];
}

/** `v1` Pods: those of Deployments and those of Jobs. */
export const pods = defineKind<Pod>({
  group: '',
  version: 'v1',
  plural: 'pods',
  kind: 'Pod',
  shortNames: ['po'],
  fields: {
    'status.phase': ({ status }) => status.phase,
    'status.podIP': ({ status }) => status.podIP,
    'spec.nodeName': ({ spec }) => spec.nodeName,
    'spec.restartPolicy': ({ spec }) => spec.restartPolicy,
  },
  isInAll: true,
  build: inCommons(allPodsOf),
  columns: [
    { name: 'Ready', cell: readyContainers },
    { name: 'Status', cell: podStatusWord },
    { name: 'Restarts', cell: restarts },
    AGE,
    { name: 'IP', priority: 1, cell: ({ status }) => status.podIP ?? NONE },
    { name: 'Node', priority: 1, cell: ({ spec }) => spec.nodeName ?? NONE },
    { name: 'Nominated Node', priority: 1, cell: () => NONE },
    { name: 'Readiness Gates', priority: 1, cell: () => NONE },
  ],
});
