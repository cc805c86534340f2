import { redactUrls } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { PageHost } from '@gen3-csoc/backstage-plugin-gen3-node';

/** Hosts whose readers look among branches only, whatever they are asked for (backend-defaults 0.18). */
const BRANCHES_ONLY: readonly PageHost[] = ['azure', 'bitbucketServer'];

/** Whether Backstage's reader of a host finds no tags and no commits. */
export function readsBranchesOnly(host: PageHost): boolean {
  return BRANCHES_ONLY.includes(host);
}

/** Why a revision that exists may not be found at hosts of {@link readsBranchesOnly}. */
export function describeBranchLimit(host: PageHost): string {
  return `there is no such branch, and ${branchLimit(host)}`;
}

function branchLimit(host: PageHost): string {
  return `Backstage's reader of ${host} finds branches only: for a tag or a commit, set "reader: git"`;
}

/** Why a branch cannot be asked for at all. */
export function describeSlashLimit(host: PageHost): string {
  return `Backstage's reader of ${host} cannot be told a branch with a slash in its name: set "reader: git"`;
}

/** The host understood the question and does not answer it for this revision. */
export function describeRejection(host: PageHost, answer: string): string {
  return [
    answer && `the host says "${redactUrls(answer)}"`,
    readsBranchesOnly(host) && describeBranchLimit(host),
  ]
    .filter(Boolean)
    .join('; ');
}

/** The host does not let the configured token in. */
export function describeRefusal(options: {
  url: string;
  host: PageHost;
  answer: string;
}): string {
  const { url, host, answer } = options;
  return `Cannot read "${url}": the host "${
    new URL(url).host
  }" answers "${answer}"; correct its token below "integrations.${host}": it is missing or expired, or may not read this repository`;
}

/**
 * Neither the repository nor its branch can be told from the other when a host says "not found", and some say so of a
 * repository that they hide.
 */
export function describeMissing(options: {
  url: string;
  host: PageHost;
  branch?: string;
}): string {
  const { url, host, branch } = options;
  const what = branch ? `branch "${branch}"` : 'default branch';
  const limit =
    branch && readsBranchesOnly(host) ? `; ${branchLimit(host)}` : '';
  return `The repository "${url}" or its ${what} was not found: correct "url" and "branch", and check that the token below "integrations.${host}" may read it${limit}`;
}
