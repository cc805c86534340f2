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

/** What git and ssh say, which reason it is of, and the fix; the first that matches counts. */
const REASONS: readonly [GitErrorReason, RegExp, string][] = [
  [
    'unauthorized',
    /could not read (username|password)/i,
    'give this host credentials (a credential helper or an integration), or correct the URL: hosts also ask for them when there is no such repository',
  ],
  [
    'unauthorized',
    /authentication failed|permission denied|access denied|invalid credentials|error: 40[13]/i,
    'give this host credentials (a deploy key for ssh, a credential helper or an integration for https)',
  ],
  [
    'unreachable',
    /host key .*(is known|has changed)|host key verification failed/i,
    'add the key of the host to the known_hosts of the user that runs the portal, once you have checked it',
  ],
  [
    'timeout',
    /timed out|too slow/i,
    'check that the host can be reached from here',
  ],
  [
    'unreachable',
    /could not resolve host|connection (refused|reset|closed)|failed to connect|network is unreachable|certificate|(tls|ssl)\w*[ _](handshake|connect|routines)/i,
    'check host, port, proxy and certificate authority',
  ],
  [
    // Not `unreachable`: hosts also answer so to a question that they do not know and that can be put in another way.
    'rejected',
    /error: (429|5\d\d)/i,
    'wait until the host has recovered, and ask it less often if it goes on',
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
      detail: `git says "${lineThatTells(complaint, known?.[1])}"`,
      fix: known?.[2] ?? 'check the URL with "git ls-remote"',
    });
  }
}

/**
 * The line that says what is wrong, without credentials and without what git, ssh and hosts say around it: over ssh, git's
 * own line is the same whatever is wrong.
 */
function lineThatTells(complaint: string, reason: RegExp | undefined): string {
  const lines = complaint
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const own = lines.filter(line => /^(fatal|error):/.test(line));
  const line =
    own.find(each => reason?.test(each)) ??
    lines.find(each => reason?.test(each)) ??
    own[0] ??
    lines[0];
  return redactUrls(line ?? 'nothing').slice(0, 300);
}
