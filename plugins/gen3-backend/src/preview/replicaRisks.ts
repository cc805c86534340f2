import type { PreviewRisk } from '@gen3-csoc/backstage-plugin-gen3-common';
import { textAt, valueAt } from '../preflight/valueAt';
import { isWorkload, replicasOf } from './containersOf';
import type { Manifest } from './Manifest';
import { objectNameOf } from './objectNameOf';
import type { RenderedChange } from './RenderedChange';

/** Pods that there are at least, and what says so: an autoscaler, or the workload itself. */
interface Floor {
  pods: number;
  of: Manifest;
}

/** Workloads that may have fewer pods than before. Where an autoscaler decides, the replicas of the workload say nothing. */
export function replicaRisks({ before, after }: RenderedChange): PreviewRisk[] {
  const old = floorsOf(before);
  return [...floorsOf(after)].flatMap(([id, { pods, of }]): PreviewRisk[] => {
    const earlier = old.get(id)?.pods ?? 0;
    if (pods >= earlier) return [];
    return [
      {
        id: 'replicas-fall',
        severity: pods === 0 ? 'high' : 'medium',
        object: objectNameOf(of),
        what: `${of.kind} ${of.name} goes from ${earlier} to ${pods} replicas${
          isAutoscaler(of) ? ' at least' : ''
        }`,
        why:
          pods === 0
            ? 'Nothing of it runs any more.'
            : 'The pods that stay carry the whole load, and fewer may fail.',
      },
    ];
  });
}

function isAutoscaler({ kind }: Manifest): boolean {
  return kind === 'HorizontalPodAutoscaler';
}

/** By the id of the workload. */
function floorsOf(manifests: readonly Manifest[]): Map<string, Floor> {
  const own = manifests
    .filter(isWorkload)
    .map(of => [of.id, { pods: replicasOf(of), of }] as const);
  const scaled = manifests
    .filter(isAutoscaler)
    .map(of => [targetOf(of), { pods: minReplicasOf(of), of }] as const);
  return new Map([...own, ...scaled]);
}

function targetOf({ body, namespace }: Manifest): string {
  const [kind, name] = ['kind', 'name'].map(
    key => textAt(body, `spec.scaleTargetRef.${key}`) ?? '',
  );
  return [kind, namespace ?? '', name].join('/');
}

/** @defaultValue 1, as Kubernetes has it */
function minReplicasOf({ body }: Manifest): number {
  const least = Number(valueAt(body, 'spec.minReplicas') ?? 1);
  return Number.isFinite(least) ? least : 1;
}
