import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { posix } from 'node:path';
import { Commons } from '../commons/types';
import { Gen3Application } from './readApplications';

/** Names that Argo CD and people give to the cluster that Argo CD itself runs in. */
const OWN_CLUSTER = ['in-cluster', ''];

/** Folders that only sort files and never name a commons. */
const SORTING = [
  'templates',
  'values',
  'deployments',
  'applications',
  'argocd',
];

/**
 * Where a commons runs, as the portal's own discovery derives it: the cluster that the Application's destination names, or else the
 * folder around that of the commons (`<cluster>/<hostname>/templates/app.yaml`, `<cluster>/deployments/<any>.yaml`). The server's
 * address names no cluster: each cluster runs its own Argo CD.
 */
export function placeOf(
  { destination }: Pick<Gen3Application, 'destination'>,
  path: string,
): Pick<Commons, 'cluster' | 'namespace'> {
  const named = destination.name ?? '';
  const cluster = OWN_CLUSTER.includes(named) ? clusterFolder(path) : named;
  const { namespace } = destination;
  return {
    ...(cluster ? { cluster } : {}),
    ...(namespace ? { namespace } : {}),
  };
}

function clusterFolder(path: string): string | undefined {
  let own = posix.dirname(path);
  while (SORTING.includes(posix.basename(own))) {
    own = posix.dirname(own);
  }
  const isSorted = posix.basename(posix.dirname(path)) === 'deployments';
  const isHostname = parseHostname(posix.basename(own)).ok;
  if (!isHostname && !isSorted) {
    return undefined;
  }
  const cluster = posix.basename(isHostname ? posix.dirname(own) : own);
  return cluster === '.' ? undefined : cluster;
}
