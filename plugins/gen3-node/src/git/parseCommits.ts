import type { GitCommit } from './GitHistory';

/** What `git log` is to print of a commit: nothing of git has a NUL, anything else may be in a name. */
export const COMMIT_FORMAT = 'tformat:%H%x00%an%x00%cI%x00%s%x00';

/** Fields of {@link COMMIT_FORMAT}. */
const FIELDS = 4;

/** Reads `git log` in {@link COMMIT_FORMAT}. A commit without a date that can be read is left out. */
export function parseCommits(output: string): GitCommit[] {
  const fields = output.split('\0');
  const commits: GitCommit[] = [];
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const [sha = '', author = '', time = '', subject = ''] = fields.slice(at);
    const date = new Date(time);
    if (!Number.isNaN(date.getTime())) {
      commits.push({
        sha: sha.trim(),
        author,
        at: date.toISOString(),
        subject,
      });
    }
  }
  return commits;
}
