import { Commons } from '../commons/types';
import { hasReadyPod } from '../faults/planReplicas';
import { tagOf } from './objects/images';
import { Workload, workloadsOfPart } from './objects/workloads';
import { isPresent, isReady } from './rollouts/podLife';
import { NamespaceView, viewCommons, ViewParts } from './views';

/** What a commons is to those outside its cluster. */
export interface ServingCommons {
  /** As it runs now. */
  commons: Commons;
  /** Whether a service, or a second Deployment of one, has a pod that is ready. */
  hasReadyPod(name: string): boolean;
  /** Image tag of the pods of a service that answer; undefined: the chart's default. */
  tagOf(service: string): string | undefined;
}

/** The commons as it serves now. One that nothing was done to follows from its faults alone, which is quick to tell. */
export function viewServing(
  parts: ViewParts,
  declared: Commons,
): ServingCommons {
  const { hostname } = declared;
  const view =
    parts.changes.of(hostname).length > 0
      ? viewCommons(parts, declared)
      : undefined;
  return view
    ? viewChangedCommons(view)
    : {
        commons: declared,
        hasReadyPod: name => hasReadyPod(parts.faults.get(hostname, name)),
        tagOf: service => declared.services.get(service),
      };
}

/** Only the Deployments that are asked for are played: a request needs to know of few. */
function viewChangedCommons(view: NamespaceView): ServingCommons {
  const { commons, cluster } = view;
  return {
    commons,
    hasReadyPod: name => {
      const own = workloadsOfPart(view, name);
      return own.length === 0
        ? !isArriving(view, name) && hasReadyPod(view.faultOf(name))
        : own.some(workload => servingImage(workload, cluster.now));
    },
    tagOf: service => {
      const [workload] = workloadsOfPart(view, service);
      const image = workload && servingImage(workload, cluster.now);
      return image ? tagOf(image) : commons.services.get(service);
    },
  };
}

/** Image of the newest pod that is ready. */
function servingImage({ rollout }: Workload, now: Date): string | undefined {
  return rollout.pods.findLast(pod => isPresent(pod, now) && isReady(pod, now))
    ?.template.image;
}

/** Git declares it, and Argo CD has not come to it. */
function isArriving(
  { declared, commons }: NamespaceView,
  name: string,
): boolean {
  return declared.services.has(name) && !commons.services.has(name);
}
