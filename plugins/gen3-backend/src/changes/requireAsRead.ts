import { ConflictError } from '@backstage/errors';
import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeHost } from '@gen3-csoc/backstage-plugin-gen3-node';
import { findStaleFile } from './findStaleFile';

/**
 * Makes sure that the commit which a change was put on has the files as they were when the change was worked out: else it would take back what
 * others have merged meanwhile, and nobody would see it in the diff.
 *
 * @throws ConflictError that names the file.
 */
export async function requireAsRead(options: {
  host: Pick<ChangeHost, 'readFiles'>;
  files: readonly ChangeFile[];
  /** The commit that the change was put on. */
  baseCommit: string;
  signal: AbortSignal;
}): Promise<void> {
  const { baseCommit, ...given } = options;
  const stale = await findStaleFile({ ...given, ref: baseCommit });
  if (stale === undefined) return;
  throw new ConflictError(
    `"${stale}" was changed by others after it was read for this change: propose the change anew`,
  );
}
