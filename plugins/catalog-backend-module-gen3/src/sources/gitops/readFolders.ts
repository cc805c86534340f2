import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { posix } from 'node:path';

/** Folders that only sort files and never name a commons. */
const SORTING = [
  'templates',
  'values',
  'deployments',
  'applications',
  'argocd',
];

/** What the folders around a commons' files say. */
export interface FolderFacts {
  /** Name of a folder that is a hostname. */
  hostname?: string;
  cluster?: string;
}

/**
 * Reads hostname and cluster from folders: `<cluster>/<hostname>/templates/app.yaml` in uc-cdis/gen3-gitops and
 * gen3-terraform, `<cluster>/deployments/<any>.yaml` with `<cluster>/gen3/<hostname>/values.yaml` in OCC's.
 *
 * The Application's own folder wins over those of its value files, which are sometimes copied from another commons.
 */
export function readFolders(
  application: string,
  valueFiles: readonly string[],
): FolderFacts {
  const own = commonsFolder(application);
  const hostname = [own, ...valueFiles.map(commonsFolder)].find(folder =>
    isHostname(posix.basename(folder)),
  );
  const sorted = posix.basename(posix.dirname(application)) === 'deployments';
  let above: string | undefined;
  if (isHostname(posix.basename(own))) above = posix.dirname(own);
  else if (sorted) above = own;
  const cluster = above && posix.basename(above);
  return {
    hostname: hostname && posix.basename(hostname),
    cluster: cluster && cluster !== '.' ? cluster : undefined,
  };
}

/** The nearest folder of a file that does more than sort. */
function commonsFolder(file: string): string {
  let folder = posix.dirname(file);
  while (SORTING.includes(posix.basename(folder))) {
    folder = posix.dirname(folder);
  }
  return folder;
}

function isHostname(name: string): boolean {
  return parseHostname(name).ok;
}
