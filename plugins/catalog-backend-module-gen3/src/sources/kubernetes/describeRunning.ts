import {
  ServiceRegistry,
  tagOfImage,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { KubernetesWorkload } from '@gen3-csoc/backstage-plugin-gen3-node';
import { compareText } from '../../lib/compareText';
import { DiscoveredCommons } from '../types';

/** What a registry takes for a tag (`distribution:reference/regexp.go`), or the beginning of a digest. */
const TAG = /^[\w.:-]{1,128}$/;

/** Services that the workloads of a namespace make. */
export interface RunningServices {
  running: NonNullable<DiscoveredCommons['running']>;
  /** A workload of these services was made by Helm. */
  isOfHelm: boolean;
}

/**
 * Finds the services of a commons by the names of their workloads. Tags are those that workloads are told to run, not those
 * of their pods: they change once in a roll-out, however long that takes. Pure.
 */
export function describeRunning(
  workloads: readonly KubernetesWorkload[],
  registry: ServiceRegistry,
): RunningServices {
  const byName = new Map(
    workloads.map(workload => [workload.metadata.name, workload]),
  );
  const found = registry.all().flatMap(({ name, deployments }) => {
    const [first, ...others] = deployments.flatMap(
      each => byName.get(each) ?? [],
    );
    return first ? [{ name, first, all: [first, ...others] }] : [];
  });
  return {
    running: found
      .map(({ name, first }) => {
        const tag = tagOf(first);
        return tag === undefined ? { name } : { name, tag };
      })
      .sort((a, b) => compareText(a.name, b.name)),
    isOfHelm: found.some(({ all }) =>
      all.some(
        ({ metadata }) =>
          metadata.labels?.['app.kubernetes.io/managed-by'] === 'Helm',
      ),
    ),
  };
}

/** Charts put the service's own container first; others stand beside it. */
function tagOf({ spec }: KubernetesWorkload): string | undefined {
  const image = spec?.template?.spec?.containers[0]?.image;
  const tag = image && tagOfImage(image);
  return tag && TAG.test(tag) ? tag : undefined;
}
