import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { GitOpsRepository } from './gitOpsRepository';

const REPOSITORY = resolve(__dirname, '../../..');
const TYPESCRIPT = ['--require', '@backstage/cli/config/nodeTransform.cjs'];

const requestsSchema = z.object({
  requests: z.array(z.object({ path: z.string() })),
});

/** Time between two rounds in these tests; a real portal asks once a minute. */
export const INTERVAL_MS = 5_000;

const CONFIG = `
gen3:
  health:
    intervalMs: ${INTERVAL_MS}
catalog:
  providers:
    gen3:
      demo-gitops:
        schedule: { frequency: { seconds: 5 }, timeout: { minutes: 1 } }
`;

/** Whether a port can be listened on; 0 takes any. Resolves to the port, or to undefined when it is taken. */
function tryPort(port: number): Promise<number | undefined> {
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

/** A free port whose successor is free, too: the simulator's control interface takes it. */
async function freePair(): Promise<number> {
  for (;;) {
    // One try after the other: each decides whether there is a next.
    const port = await tryPort(0);
    if (port && (await tryPort(port + 1))) {
      return port;
    }
  }
}

/** The whole portal as `make start` runs it, with a fleet, a repository and a database of its own. */
export class Portal {
  readonly baseUrl: string;
  readonly gitOps: GitOpsRepository;
  readonly #data: string;
  readonly #controlPort: number;
  readonly #process: ChildProcess;

  private constructor(options: {
    data: string;
    port: number;
    controlPort: number;
    process: ChildProcess;
  }) {
    this.baseUrl = `http://localhost:${options.port}`;
    this.#data = options.data;
    this.#controlPort = options.controlPort;
    this.#process = options.process;
    this.gitOps = GitOpsRepository.at(join(options.data, 'gitops.git'));
  }

  /** Starts a portal and waits until it is usable. */
  static async start(): Promise<Portal> {
    const data = mkdtempSync(join(tmpdir(), 'gen3-csoc-e2e-'));
    const config = join(data, 'e2e.yaml');
    writeFileSync(config, CONFIG);
    const port = await freePair();
    const simulatorPort = await freePair();
    const child = spawn(
      process.execPath,
      [...TYPESCRIPT, 'packages/portal-scripts/src/start.ts'],
      {
        cwd: REPOSITORY,
        env: {
          ...process.env,
          PORT: String(port),
          SIMULATOR_PORT: String(simulatorPort),
          GEN3_CSOC_DATA: data,
          CONFIG: config,
          DEMO: 'on',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    await new Promise<void>((ready, fail) => {
      let output = '';
      const read = (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('the portal is ready')) {
          ready();
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => fail(new Error(`the portal ended:\n${output}`)));
    });
    return new Portal({
      data,
      port,
      controlPort: simulatorPort + 1,
      process: child,
    });
  }

  get #control() {
    return `http://127.0.0.1:${this.#controlPort}`;
  }

  /** The simulator's command line, as an operator types it. */
  simulator(...args: string[]): string {
    return execFileSync(
      process.execPath,
      [
        'packages/fleet-simulator/bin/fleet-simulator',
        ...args,
        '--control-port',
        String(this.#controlPort),
      ],
      { cwd: REPOSITORY, encoding: 'utf8' },
    );
  }

  /** How often a path of a commons was asked since the requests were last forgotten. */
  async countRequests(hostname: string, path: string): Promise<number> {
    const response = await fetch(
      `${this.#control}/requests?hostname=${hostname}`,
    );
    const { requests } = requestsSchema.parse(await response.json());
    return requests.filter(request => request.path === path).length;
  }

  async forgetRequests(): Promise<void> {
    await fetch(`${this.#control}/requests`, { method: 'DELETE' });
  }

  /** Makes the GitOps repository unreadable until the returned function is called. */
  loseGitOps(): () => void {
    const repository = join(this.#data, 'gitops.git');
    renameSync(repository, `${repository}.away`);
    return () => renameSync(`${repository}.away`, repository);
  }

  async stop(): Promise<void> {
    const ended = new Promise(done => this.#process.once('exit', done));
    this.#process.kill('SIGINT');
    await ended;
    rmSync(this.#data, { recursive: true, force: true });
  }
}
