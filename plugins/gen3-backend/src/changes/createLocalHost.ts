import {
  BareRepositoryChangeHost,
  type ChangeHost,
  type ChangePerson,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { LaunchTarget } from '../launch/types';

/** The host of a bare repository on this machine; undefined for any other. */
export function createLocalHost(
  { url }: LaunchTarget,
  committer: ChangePerson,
): ChangeHost | undefined {
  return url.startsWith('file://') || url.startsWith('/')
    ? BareRepositoryChangeHost.create({ url, committer })
    : undefined;
}
