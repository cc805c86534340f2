import { Agent } from 'undici';
import { ConnectPolicy, connectTls } from './connectTls';
import { withDeadline } from './withDeadline';

/**
 * Long enough for the questions of one round, which follow each other at once; short enough that thousands of hosts,
 * each asked once a minute, leave few idle connections. undici forgets a host when its last connection closes.
 */
const KEEP_ALIVE_MS = 1_000;

/** Makes the pool of connections of one client; `signal` ends connecting when the client closes. */
export function createAgent(options: {
  policy: ConnectPolicy;
  maxPerHost: number;
  timeoutMs: number;
  signal: AbortSignal;
}): Agent {
  const { policy, maxPerHost, timeoutMs, signal } = options;
  return new Agent({
    connections: maxPerHost,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    // Every request has a deadline of its own, which also covers headers and body.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxHeaderSize: 16_384,
    connect: (target, callback) => {
      withDeadline({ signals: [signal], timeoutMs }, deadline =>
        connectTls({
          target: {
            host: target.hostname.replace(/^\[|\]$/g, ''),
            port: Number(target.port || 443),
          },
          policy,
          rejectUnauthorized: true,
          signal: deadline,
        }),
      ).then(
        socket => callback(null, socket),
        error => callback(error, null),
      );
    },
  });
}
