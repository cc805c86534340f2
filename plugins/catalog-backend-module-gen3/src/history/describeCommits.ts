import { CommitsResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { GitLog, redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import { PageHost } from '../sources/repository/pageUrls';
import { commitUrl } from './commitPages';

const MAX_SUBJECT = 200;
const MAX_AUTHOR = 100;

/** Commits as pages show them, with links where the host has pages. */
export function describeCommits(
  { commits, contained }: GitLog,
  pages: { host: PageHost; repository: string } | undefined,
): Pick<CommitsResponse, 'commits' | 'revisions'> {
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
