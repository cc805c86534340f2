import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';

export const REPOSITORY = resolve(__dirname, '../../..');

const READY = 'the portal is ready';

/** Well over a cold build of the app on a busy machine. */
const START_LIMIT_MS = 170_000;

/** Whether a port can be listened on; 0 takes any. Resolves to the port, or to undefined when it is taken. */
export function tryPort(port: number): Promise<number | undefined> {
  return new Promise(done => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = address && typeof address === 'object' ? address.port : 0;
      server.close(() => done(found));
    });
  });
}

/** `make start` as a process: with the environment given, until it is stopped. */
export class PortalProcess {
  readonly #child: ChildProcess;
  readonly #data: string;

  private constructor(child: ChildProcess, data: string) {
    this.#child = child;
    this.#data = data;
  }

  /** @throws Error with everything that was printed when the portal ends instead, or does not get ready in time. */
  static async start(options: {
    /** Folder of the portal's data; every process of the portal names it. */
    data: string;
    environment: Record<string, string>;
  }): Promise<PortalProcess> {
    const { data, environment } = options;
    const child = spawn(
      process.execPath,
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'packages/portal-scripts/src/start.ts',
      ],
      {
        cwd: REPOSITORY,
        env: { ...process.env, ...environment, GEN3_CSOC_DATA: data },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const started = new PortalProcess(child, data);
    let output = '';
    try {
      await new Promise<void>((ready, fail) => {
        const limit = globalThis.setTimeout(
          () => fail(new Error(`not ready in time:\n${output}`)),
          START_LIMIT_MS,
        );
        const read = (chunk: Buffer) => {
          output += chunk.toString();
          if (output.includes(READY)) {
            clearTimeout(limit);
            ready();
          }
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.once('exit', () => {
          clearTimeout(limit);
          fail(new Error(`the portal ended:\n${output}`));
        });
      });
      return started;
    } catch (error) {
      await started.interrupt();
      throw error;
    }
  }

  /** Presses Ctrl-C. Resolves to the exit code once the process is gone. */
  async interrupt(): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGINT');
      await ended;
    }
    return this.#child.exitCode;
  }

  /** Ends it without a chance to clean up. Resolves when nothing of the portal runs any more. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
    while (this.leftovers().length > 0) await setTimeout(100);
  }

  /** Command lines of processes of this portal that still run: simulator, backend, and what they started. */
  leftovers(): string[] {
    return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
      .split('\n')
      .filter(line => line.includes(this.#data));
  }
}
