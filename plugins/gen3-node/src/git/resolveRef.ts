import type { GitCache } from './GitCache';
import { GitError } from './GitError';
import { complainAboutRef, isCommitId } from './gitNames';
import type { GitRevision } from './GitRepository';
import { parseRemoteRefs } from './parseGitOutput';

/**
 * Asks a remote what a ref is at now: a branch, a tag, a full commit id or `HEAD`.
 *
 * @returns undefined when the remote has no such ref.
 * @throws GitError when the remote cannot be asked.
 */
export async function resolveRef(options: {
  /** The remote's, for errors. */
  url: string;
  cache: GitCache;
  ref: string;
  signal: AbortSignal;
}): Promise<GitRevision | undefined> {
  const { url, cache, ref, signal } = options;
  if (isCommitId(ref)) return { commit: ref };
  const complaint = complainAboutRef(ref);
  if (complaint) {
    throw GitError.create({
      url,
      operation: `resolve the ref "${ref.slice(0, 100)}"`,
      reason: 'not-found',
      detail: complaint,
      fix: 'name a branch, a tag or a full commit id',
    });
  }
  const names =
    ref === 'HEAD'
      ? ['HEAD']
      : [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
  const { commits, head } = parseRemoteRefs(
    await cache.listRemoteRefs({
      operation: `resolve the ref "${ref}"`,
      names,
      signal,
    }),
  );
  const name = names.find(each => commits.has(each));
  const commit = name && commits.get(name);
  return commit ? { commit, branch: head } : undefined;
}
