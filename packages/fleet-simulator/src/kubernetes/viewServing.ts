import { Commons } from '../commons/types';
import { hasReadyPod } from '../faults/planReplicas';
import { tagOf } from './objects/images';
import { Workload, workloadsOf } from './objects/workloads';
import { isPresent, isReady } from './rollouts/podLife';
import { NamespaceView, viewCommons, ViewParts } from './views';

/** What a commons is to those outside its cluster. */
export interface ServingCommons {
  /** The services that are there, with the tags that answer. */
  commons: Commons;
  /** Whether a service, or a second Deployment of one, has a pod that is ready. */
  hasReadyPod(name: string): boolean;
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
      };
}

function viewChangedCommons(view: NamespaceView): ServingCommons {
  const { commons, cluster } = view;
  const workloads = workloadsOf(view);
  const services = [...commons.services].map(
    ([name, tag]): [string, string | undefined] => {
      const workload = workloads.find(({ part }) => part === name);
      const image = workload && servingImage(workload, cluster.now);
      return [name, image ? tagOf(image) : tag];
    },
  );
  return {
    commons: { ...commons, services: new Map(services) },
    hasReadyPod: name => {
      const own = workloads.filter(({ part }) => part === name);
      return own.length === 0
        ? !isArriving(view, name) && hasReadyPod(view.faultOf(name))
        : own.some(workload => servingImage(workload, cluster.now));
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
