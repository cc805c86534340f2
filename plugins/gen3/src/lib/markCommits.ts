import {
  ApplicationRow,
  CommitsResponse,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** Id of a commit; charts of a Helm repository have versions instead. */
const COMMIT_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

/** As many as the backend takes. */
const MAX_REVISIONS = 5;

/** Commits that Argo CD deployed, of all repositories that the Applications take something from. */
export function deployedCommits(applications: ApplicationRow[]): string[] {
  const revisions = applications.flatMap(({ sources }) =>
    sources.flatMap(({ deployedRevision }) => deployedRevision ?? []),
  );
  return [...new Set(revisions)]
    .filter(revision => COMMIT_ID.test(revision))
    .sort()
    .slice(0, MAX_REVISIONS);
}

/** What is said of a commit: the newest that is deployed, or one that is not deployed yet. */
export type CommitMark = 'deployed' | 'pending';

/**
 * Marks commits by what Argo CD deployed; none when its revisions are not known in this repository.
 *
 * A revision is as a rule the newest commit of the branch, which may be about another commons: what it contains decides.
 */
export function markCommits({
  commits,
  revisions,
}: Pick<CommitsResponse, 'commits' | 'revisions'>): Map<string, CommitMark> {
  const marks = new Map<string, CommitMark>();
  if (revisions.length === 0) return marks;
  const contained = new Set(revisions.flatMap(({ contains }) => contains));
  for (const { sha } of commits) {
    if (!contained.has(sha)) marks.set(sha, 'pending');
  }
  const newest = commits.find(({ sha }) => contained.has(sha));
  if (newest) marks.set(newest.sha, 'deployed');
  return marks;
}
