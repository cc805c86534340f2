import express from 'express';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Environment of git that asks nobody anything and knows no settings of this machine. */
const GIT_ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** Runs git, and answers with what it prints. */
export function git(...args: string[]): string {
  return execFileSync('git', args, {
    encoding: 'utf8',
    env: GIT_ENVIRONMENT,
  }).trim();
}

/** Serves the bare repositories of a folder as hosts do, with git's own program, to whoever has the right password. */
export async function serveGit(options: {
  folder: string;
  password: string;
  /** What the host answers besides git. */
  api?: express.Handler;
}) {
  const backend = join(git('--exec-path'), 'git-http-backend');
  const app = express();
  if (options.api) app.use('/api', options.api);
  app.use((req, res) => {
    const [, encoded = ''] = (req.headers.authorization ?? '').split(' ');
    const [user, password] = Buffer.from(encoded, 'base64')
      .toString('utf8')
      .split(':');
    if (password !== options.password) {
      res.status(401).setHeader('WWW-Authenticate', 'Basic').end();
      return;
    }
    const cgi = spawn(backend, {
      env: {
        ...GIT_ENVIRONMENT,
        GIT_PROJECT_ROOT: options.folder,
        GIT_HTTP_EXPORT_ALL: '1',
        REMOTE_USER: user,
        REQUEST_METHOD: req.method,
        PATH_INFO: req.path,
        QUERY_STRING: new URL(req.url, 'http://localhost').search.slice(1),
        CONTENT_TYPE: req.headers['content-type'] ?? '',
      },
    });
    req.pipe(cgi.stdin);
    const chunks: Buffer[] = [];
    cgi.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    cgi.on('close', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      for (const line of answer.toString('utf8', 0, end).split('\r\n')) {
        const at = line.indexOf(':');
        const value = line.slice(at + 1).trim();
        if (line.slice(0, at) === 'Status') res.status(parseInt(value, 10));
        else res.setHeader(line.slice(0, at), value);
      }
      res.end(answer.subarray(end + 4));
    });
  });
  const server = app.listen(0);
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server has no port');
  }
  return {
    url: `http://localhost:${address.port}`,
    /** Resolves when no connection is left. */
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
