import { execFile } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A PostgreSQL server that exists for one test run. */
export interface TemporaryPostgres {
  connectionString: string;
  stop(): Promise<void>;
}

/** Folder of the newest installed server's programs, or undefined. */
export function findPostgresPrograms(): string | undefined {
  const candidates = [
    ...globSync('/usr/lib/postgresql/*/bin'),
    ...globSync('/usr/pgsql-*/bin'),
    ...globSync('/opt/homebrew/opt/postgresql@*/bin'),
    ...globSync('/usr/local/opt/postgresql@*/bin'),
  ];
  return candidates
    .filter(folder => existsSync(join(folder, 'initdb')))
    .sort()
    .at(-1);
}

/** A loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}

/** Starts a server of its own on a free loopback port; the server refuses root, so root runs it as `postgres`. */
export async function startTemporaryPostgres(
  programs: string,
): Promise<TemporaryPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'gen3-csoc-postgres-'));
  const isRoot = userInfo().uid === 0;
  if (isRoot) {
    const { stdout } = await run('id', ['-u', 'postgres']);
    await chown(folder, Number(stdout), -1);
  }
  const server = (program: string, args: string[]) => {
    const path = join(programs, program);
    return isRoot
      ? run('setpriv', ['--reuid=postgres', '--clear-groups', path, ...args], {
          cwd: folder,
        })
      : run(path, args, { cwd: folder });
  };
  const port = await freePort();
  const data = join(folder, 'data');
  const stop = async () => {
    // Not even started when the start was interrupted early.
    if (existsSync(join(data, 'postmaster.pid'))) {
      await server('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await server('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres']);
    await server('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      // Nothing of a test run must survive a power cut, so it need not wait for the disk.
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=300 -c fsync=off`,
      'start',
    ]);
  } catch (error) {
    // A Ctrl-C ends pg_ctl, but not the server that it has just started.
    await stop();
    throw error;
  }
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop,
  };
}
