import { shortCommit } from './shortCommit';

/** A commit as people recognise it; the version of a chart as it is. */
export function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? shortCommit(revision) : revision;
}
