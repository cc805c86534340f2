import { redactUrls } from './redactUrls';

/** Why a git repository could not be read. */
export type GitErrorReason =
  | 'program-missing'
  | 'not-found'
  | 'unauthorized'
  | 'unreachable'
  | 'timeout'
  | 'too-large'
  | 'rejected';

const REASONS: readonly [GitErrorReason, RegExp, string][] = [
  [
    'unauthorized',
    /authentication failed|could not read (username|password)|permission denied|access denied|invalid credentials|error: 40[13]/i,
    'give this host credentials (a deploy key for ssh, a credential helper or an integration for https)',
  ],
  [
    'unreachable',
    /could not resolve host|connection (refused|timed out|reset|closed)|failed to connect|network is unreachable|host key verification failed|certificate/i,
    'check host, port, proxy, certificate authority and known hosts',
  ],
  [
    'rejected',
    /dubious ownership/i,
    'add the folder to safe.directory in the git configuration of the user that runs the portal',
  ],
  [
    'not-found',
    /does not appear to be a git repository|repository .*not found|does not exist|not found|no such (file|remote)/i,
    'check the URL, and that the credentials may read it',
  ],
];

/**
 * A git repository could not be read. The message names the repository without credentials, what was tried, what git
 * said first, and the fix.
 */
export class GitError extends Error {
  readonly reason: GitErrorReason;

  private constructor(reason: GitErrorReason, message: string) {
    super(message);
    this.name = 'GitError';
    this.reason = reason;
  }

  static create(options: {
    url: string;
    operation: string;
    reason: GitErrorReason;
    detail: string;
    fix: string;
  }): GitError {
    const { url, operation, reason, detail, fix } = options;
    return new GitError(
      reason,
      `Cannot ${operation} of git repository "${redactUrls(
        url,
      )}": ${detail}; ${fix}`,
    );
  }

  /** Reads the reason out of git's standard error, which is asked for in English. */
  static fromComplaint(options: {
    url: string;
    operation: string;
    complaint: string;
  }): GitError {
    const { url, operation, complaint } = options;
    const known = REASONS.find(([, pattern]) => pattern.test(complaint));
    return GitError.create({
      url,
      operation,
      reason: known?.[0] ?? 'rejected',
      detail: `git says "${firstComplaint(complaint)}"`,
      fix: known?.[2] ?? 'check the URL with "git ls-remote"',
    });
  }
}

/** The first line that says what is wrong, without credentials and without the tail that ssh and hosts add. */
function firstComplaint(complaint: string): string {
  const lines = complaint
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const line = lines.find(each => /^(fatal|error):/.test(each)) ?? lines[0];
  return redactUrls(line ?? 'nothing').slice(0, 300);
}
