import { redactUrls } from './redactUrls';
import { trimEndSlashes } from './trimEndSlashes';

/** Where a repository is, whichever way its URL is written. */
export interface RepositoryAddress {
  /** Host in lower case, with the port of a web URL; empty for a repository on this machine. */
  host: string;
  /** Path without leading slash, `.git` and trailing slashes. */
  path: string;
}

/** Reads `https://host/owner/name.git`, `ssh://git@host/owner/name`, `git@host:owner/name.git` and `file:///path`. */
export function readRepositoryAddress(
  url: string,
): RepositoryAddress | undefined {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(url);
  if (scp?.[1] && scp[2]) {
    return { host: scp[1].toLowerCase(), path: trimPath(scp[2]) };
  }
  if (!URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return {
    host: parsed.protocol === 'ssh:' ? parsed.hostname : parsed.host,
    path: trimPath(decodePath(parsed.pathname)),
  };
}

/**
 * Whether two URLs name one repository: protocol, user, `.git`, and the case of letters make no difference (the
 * large hosts ignore case).
 */
export function isSameRepository(a: string, b: string): boolean {
  const [left, right] = [readRepositoryAddress(a), readRepositoryAddress(b)];
  if (!left || !right) return false;
  return (
    left.host === right.host &&
    left.path.toLowerCase() === right.path.toLowerCase()
  );
}

/** A repository's URL to be shown: without credentials, query and trailing slashes. */
export function withoutTrailingSlash(url: string): string {
  return trimEndSlashes(redactUrls(url));
}

function trimPath(path: string): string {
  return trimEndSlashes(path.replace(/^\/+/, '')).replace(/\.git$/i, '');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A path with a stray % is compared as it is written.
    return path;
  }
}
