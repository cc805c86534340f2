import { ConflictError } from '@backstage/errors';
import {
  type Application,
  type ApplicationSource,
  findGen3Dependency,
  isSameRepository,
  locateValues,
  trimEndSlashes,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { posix } from 'node:path';
import { toCallerError } from '../changes/toCallerError';
import type { LaunchTarget } from '../launch/types';
import type { GitContext } from './readCommonsInGit';

/**
 * Refuses a source whose chart has the gen3 chart as a dependency: values are under another key there, which no edit knows.
 *
 * @throws ConflictError that names the chart, the key and the files to edit by hand.
 */
export async function refuseUmbrella(
  {
    application,
    source,
  }: { application: Application; source: ApplicationSource },
  { target, host, signal }: Pick<GitContext, 'target' | 'host' | 'signal'>,
): Promise<void> {
  if (!source.path || !mayBeIn(target, source)) return;
  const folder = trimEndSlashes(posix.join('.', source.path));
  const path = posix.join(folder, 'Chart.yaml');
  const read = await toCallerError(() =>
    host.readFiles({ ref: target.branch, paths: [path], signal }),
  );
  const key = findGen3Dependency(read.get(path) ?? '', ['gen3']);
  if (key === undefined) return;
  const files = locateValues({ application, source, withChartValues: true })
    .flatMap(layer => (layer.kind === 'file' ? [`"${layer.path}"`] : []))
    .join(' or ');
  throw new ConflictError(
    `The Application "${application.metadata.name}" deploys the chart "${folder}", which has the gen3 chart as a dependency: its values are under the key "${key}", and no edit of the portal sets values there. Edit ${files} by hand: what gen3 calls "fence.image.tag" is "${key}.fence.image.tag" there`,
  );
}

/** A repository on this machine stands for the one that the Applications name. */
function mayBeIn(
  { url, repoUrl }: LaunchTarget,
  { repoURL = '' }: ApplicationSource,
): boolean {
  return (
    /^(file:|\/)/i.test(url) ||
    [url, repoUrl].some(each => isSameRepository(each, repoURL))
  );
}
