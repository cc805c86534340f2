import { GitError, GitErrorReason } from './GitError';

/** What git adds to whatever ssh and the other side say. */
const TAIL = `fatal: Could not read from remote repository.

Please make sure you have the correct access rights
and the repository exists.
`;

/** What git 2.39 with OpenSSH 9.2 wrote, or what the host that is named sends. */
const COMPLAINTS: [string, string, GitErrorReason, string, RegExp][] = [
  [
    'a password that is wrong, over https',
    "fatal: Authentication failed for 'https://me:geheim@git.example/a/b.git/'\n",
    'unauthorized',
    "fatal: Authentication failed for 'https://git.example/a/b.git/'",
    /give this host credentials/,
  ],
  [
    'no password, over https',
    "fatal: could not read Username for 'https://git.example': terminal prompts disabled\n",
    'unauthorized',
    "fatal: could not read Username for 'https://git.example': terminal prompts disabled",
    /give this host credentials .* also ask for them when there is no such repository/,
  ],
  [
    'a password that may not read',
    "fatal: unable to access 'https://git.example/a/b.git/': The requested URL returned error: 403\n",
    'unauthorized',
    "fatal: unable to access 'https://git.example/a/b.git/': The requested URL returned error: 403",
    /give this host credentials/,
  ],
  [
    'a key that is refused, over ssh',
    `Warning: Permanently added '[git.example]:22022' (ED25519) to the list of known hosts.\r\nroot@git.example: Permission denied (publickey,keyboard-interactive).\r\n${TAIL}`,
    'unauthorized',
    'root@git.example: Permission denied (publickey,keyboard-interactive).',
    /a deploy key for ssh/,
  ],
  [
    'a host that ssh does not know',
    `Host key verification failed.\r\n${TAIL}`,
    'unreachable',
    'Host key verification failed.',
    /add the key of the host to the known_hosts/,
  ],
  [
    'a host that a strict ssh does not know',
    `No ED25519 host key is known for [git.example]:22022 and you have requested strict checking.\r\nHost key verification failed.\r\n${TAIL}`,
    'unreachable',
    'No ED25519 host key is known for [git.example]:22022 and you have requested strict checking.',
    /add the key of the host to the known_hosts/,
  ],
  [
    'a host that has another key',
    `@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r
@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\r
IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\r
Host key for [git.example]:22022 has changed and you have requested strict checking.\r
Host key verification failed.\r
${TAIL}`,
    'unreachable',
    'Host key for [git.example]:22022 has changed and you have requested strict checking.',
    /add the key of the host to the known_hosts/,
  ],
  [
    'a repository that is not there, over https',
    "fatal: repository 'https://git.example/a/b.git/' not found\n",
    'not-found',
    "fatal: repository 'https://git.example/a/b.git/' not found",
    /check the URL/,
  ],
  [
    'a repository that is not there, over ssh',
    `fatal: '/x.git' does not appear to be a git repository\n${TAIL}`,
    'not-found',
    "fatal: '/x.git' does not appear to be a git repository",
    /check the URL/,
  ],
  [
    'a repository that is not there, on GitHub over ssh',
    `ERROR: Repository not found.\n${TAIL}`,
    'not-found',
    'ERROR: Repository not found.',
    /check the URL/,
  ],
  [
    'a folder of another user',
    `fatal: detected dubious ownership in repository at '/srv/gitops.git'
To add an exception for this directory, call:

\tgit config --global --add safe.directory /srv/gitops.git
${TAIL}`,
    'rejected',
    "fatal: detected dubious ownership in repository at '/srv/gitops.git'",
    /safe\.directory/,
  ],
  [
    'a name that means no host, over https',
    "fatal: unable to access 'https://nowhere.invalid/a/b.git/': Could not resolve host: nowhere.invalid\n",
    'unreachable',
    "fatal: unable to access 'https://nowhere.invalid/a/b.git/': Could not resolve host: nowhere.invalid",
    /check host, port, proxy/,
  ],
  [
    'a name that means no host, over ssh',
    `ssh: Could not resolve hostname nowhere.invalid: Name or service not known\r\n${TAIL}`,
    'unreachable',
    'ssh: Could not resolve hostname nowhere.invalid: Name or service not known',
    /check host, port, proxy/,
  ],
  [
    'a port that nobody listens on, over ssh',
    `ssh: connect to host git.example port 9: Connection refused\r\n${TAIL}`,
    'unreachable',
    'ssh: connect to host git.example port 9: Connection refused',
    /check host, port, proxy/,
  ],
  [
    'a server that speaks no TLS',
    "fatal: unable to access 'https://git.example:8080/a/b.git/': gnutls_handshake() failed: An unexpected TLS packet was received.\n",
    'unreachable',
    "fatal: unable to access 'https://git.example:8080/a/b.git/': gnutls_handshake() failed: An unexpected TLS packet was received.",
    /check host, port, proxy/,
  ],
  [
    'a host that answers nothing, over https',
    "fatal: unable to access 'https://git.example/a/b.git/': Operation too slow. Less than 1000 bytes/sec transferred the last 2 seconds\n",
    'timeout',
    "fatal: unable to access 'https://git.example/a/b.git/': Operation too slow. Less than 1000 bytes/sec transferred the last 2 seconds",
    /check that the host can be reached from here/,
  ],
  [
    'a host that answers nothing, over ssh',
    `Connection timed out during banner exchange\r\nConnection to git.example port 22 timed out\r\n${TAIL}`,
    'timeout',
    'Connection timed out during banner exchange',
    /check that the host can be reached from here/,
  ],
  [
    'a host with a problem',
    "fatal: unable to access 'https://git.example/a/b.git/': The requested URL returned error: 503\n",
    'rejected',
    "fatal: unable to access 'https://git.example/a/b.git/': The requested URL returned error: 503",
    /wait until the host/,
  ],
  [
    'what nobody has foreseen',
    'remote: hello\nfatal: protocol error: bad line length character: Welc\n',
    'rejected',
    'fatal: protocol error: bad line length character: Welc',
    /git ls-remote/,
  ],
  ['nothing', '', 'rejected', 'nothing', /git ls-remote/],
];

describe('GitError', () => {
  it.each(COMPLAINTS)(
    'gives reason and fix for %s',
    (_, complaint, reason, said, fix) => {
      const error = GitError.fromComplaint({
        url: 'https://me:geheim@git.example/a/b.git',
        operation: 'list the branches',
        complaint,
      });
      expect(error.reason).toBe(reason);
      expect(error.message).toContain(
        `Cannot list the branches of git repository "https://git.example/a/b.git": git says "${said}"; `,
      );
      expect(error.message).toMatch(fix);
      expect(error.message).not.toContain('geheim');
    },
  );
});
