import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  GitCommit,
  type PageHost,
  redactUrls,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { commitUrl } from './commitPages';

const MAX_SUBJECT = 200;
const MAX_AUTHOR = 100;

/** What was found of a repository. */
export interface FoundCommits {
  /** Newest first. */
  commits: readonly GitCommit[];
  /** Of each revision that is in the history: ids of its newest such commits. */
  contained: ReadonlyMap<string, readonly string[]>;
  /** Revisions that could not be asked about. */
  unread: readonly string[];
}

/** Commits as pages show them, with links where the host has pages. */
export function describeCommits(
  { commits, contained, unread }: FoundCommits,
  pages: { host: PageHost; repository: string } | undefined,
): Pick<CommitsResponse, 'commits' | 'revisions' | 'unread'> {
  const urlOf = (sha: string) =>
    pages && commitUrl(pages.host, pages.repository, sha);
  const listed = new Set(commits.map(({ sha }) => sha));
  return {
    commits: commits.map(({ sha, subject, author, at }) => ({
      sha,
      subject: firstLine(subject, MAX_SUBJECT),
      author: firstLine(author, MAX_AUTHOR),
      at,
      url: urlOf(sha),
    })),
    revisions: [...contained].map(([revision, shas]) => ({
      revision,
      url: urlOf(revision),
      contains: shas.filter(sha => listed.has(sha)),
    })),
    ...(unread.length > 0 ? { unread: [...unread] } : {}),
  };
}

/** Anybody may have written it: bounded, without what pages must not obey and without passwords in URLs. */
function firstLine(text: string, maxCharacters: number): string {
  const [line = ''] = redactUrls(text.slice(0, 10 * maxCharacters))
    .trim()
    .split(/[\r\n]/);
  const plain = line.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > maxCharacters
    ? `${plain.slice(0, maxCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : plain;
}
