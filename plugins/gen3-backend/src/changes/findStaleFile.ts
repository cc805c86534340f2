import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { FollowedRepository } from './ChangeTargets';

/** Path of the first file that a repository does not have as it was when a change was worked out; undefined when it has all of them so. */
export async function findStaleFile(options: {
  host: Pick<FollowedRepository, 'readFiles'>;
  files: readonly ChangeFile[];
  /** Branch or commit. */
  ref: string;
  signal: AbortSignal;
}): Promise<string | undefined> {
  const { host, files, ref, signal } = options;
  const paths = files.map(({ path }) => path);
  const held = await host.readFiles({ ref, paths, signal });
  return files.find(({ path, before }) => held.get(path) !== before)?.path;
}
