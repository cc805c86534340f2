import { ConflictError } from '@backstage/errors';
import type { ChangeFile } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeHost } from '@gen3-csoc/backstage-plugin-gen3-node';

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
  const { host, files, baseCommit, signal } = options;
  const held = await host.readFiles({
    ref: baseCommit,
    paths: files.map(({ path }) => path),
    signal,
  });
  const stale = files.find(({ path, before }) => held.get(path) !== before);
  if (!stale) return;
  throw new ConflictError(
    `"${stale.path}" was changed by others after it was read for this change: propose the change anew`,
  );
}
