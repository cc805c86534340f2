const SHORT_LENGTH = 8;

/** As much of a commit as people need to recognise it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, SHORT_LENGTH);
}
