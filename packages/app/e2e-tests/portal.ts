import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { GitOpsRepository } from './gitOpsRepository';
import { smallChart } from './smallChart';
import { PortalProcess, REPOSITORY, tryPort } from './PortalProcess';

const fleetSchema = z.object({
  items: z.array(z.object({ hostname: z.string(), status: z.string() })),
});

const healthSchema = z.object({
  health: z.object({
    journeys: z.array(z.object({ id: z.string(), status: z.string() })),
    services: z.array(
      z.object({
        name: z.string(),
        status: z.string(),
        cause: z.string(),
        reason: z.string(),
      }),
    ),
  }),
});
const namesSchema = z.object({
  items: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
});
const countSchema = z.looseObject({ totalItems: z.number().int() });
const requestsSchema = z.object({
  requests: z.array(z.object({ hostname: z.string(), path: z.string() })),
});

/** Time between two rounds in these tests; a real portal asks once a minute. */
export const INTERVAL_MS = 5_000;

/** More than a sixth of the interval, which is the default: the browser has the same processors, and a handshake has half of it. */
const TIMEOUT_MS = 1_500;

/** How many commons are asked at a time: few, so that a round that waits for another one shows. */
const PLACES = 6;

const TOKEN = 'end-to-end-tests';

const CHART = 'chart.git';

/** Beside the demo's own: a chart that needs no network, a commons with a title that nobody asks, and a source that cannot be read. */
const configOf = (data: string) => `
gen3:
  changes:
    chart: { repoUrl: 'file://${join(
      data,
      CHART,
    )}', path: helm/gen3, revision: main }
    reconciliationMs: 15000
    followMs: 5000
  health:
    intervalMs: ${INTERVAL_MS}
    maxConcurrentCommons: ${PLACES}
    checkTimeoutMs: ${TIMEOUT_MS}
catalog:
  providers:
    gen3:
      demo-gitops:
        schedule: { frequency: { seconds: 5 }, timeout: { minutes: 1 } }
      list:
        type: static
        relationship: associated
        commons: [{ hostname: placenta.example, title: Atlas of the placenta }]
      mistake:
        type: gitop
        url: https://git.example/fleet
`;

/**
 * No connection is kept for later: while the command line of the simulator runs, this process stands still and does not notice that a server
 * has closed one, and the next request would fail on it.
 */
const NOT_KEPT = { Connection: 'close' };

/** Ports that the simulator takes from the one it is given: commons, control interface, clusters. */
const SIMULATOR_PORTS = 3;

/** A free port whose next ones are free, too. */
async function freePorts(count: number): Promise<number> {
  for (;;) {
    // One try after the other: each decides whether there is a next.
    /* eslint-disable no-await-in-loop */
    const port = await tryPort(0);
    let next = port ? 1 : count;
    while (port && next < count && (await tryPort(port + next))) next += 1;
    /* eslint-enable no-await-in-loop */
    if (port && next === count) {
      return port;
    }
  }
}

/** The whole portal as `make start` runs it, with a fleet, a repository and a database of its own. */
export class Portal {
  readonly baseUrl: string;
  readonly gitOps: GitOpsRepository;
  readonly #data: string;
  readonly #ports: { portal: number; simulator: number };
  #process: PortalProcess;

  private constructor(options: {
    data: string;
    ports: { portal: number; simulator: number };
    process: PortalProcess;
  }) {
    this.baseUrl = `http://localhost:${options.ports.portal}`;
    this.#data = options.data;
    this.#ports = options.ports;
    this.#process = options.process;
    this.gitOps = GitOpsRepository.at(join(options.data, 'gitops.git'));
  }

  /** Starts a portal and waits until it is usable. */
  static async start(): Promise<Portal> {
    const data = mkdtempSync(join(tmpdir(), 'gen3-csoc-e2e-'));
    writeFileSync(join(data, 'e2e.yaml'), configOf(data));
    GitOpsRepository.create(join(data, CHART)).commit('Chart', smallChart());
    const ports = {
      portal: await freePorts(1),
      simulator: await freePorts(SIMULATOR_PORTS),
    };
    try {
      const process = await Portal.#startProcess(data, ports);
      return new Portal({ data, ports, process });
    } catch (error) {
      rmSync(data, { recursive: true, force: true });
      throw error;
    }
  }

  static #startProcess(
    data: string,
    ports: { portal: number; simulator: number },
  ): Promise<PortalProcess> {
    return PortalProcess.start({
      data,
      environment: {
        PORT: String(ports.portal),
        SIMULATOR_PORT: String(ports.simulator),
        CONFIG: join(data, 'e2e.yaml'),
        DEMO: 'on',
        GEN3_CSOC_TOKEN: TOKEN,
      },
    });
  }

  get #control() {
    return `http://127.0.0.1:${this.#ports.simulator + 1}`;
  }

  /** The simulator's command line, as an operator types it. */
  simulator(...args: string[]): string {
    return execFileSync(
      process.execPath,
      [
        'packages/fleet-simulator/bin/fleet-simulator',
        ...args,
        '--control-port',
        String(this.#ports.simulator + 1),
      ],
      { cwd: REPOSITORY, encoding: 'utf8' },
    );
  }

  /** Makes something misbehave at once; the command line takes a second to start. */
  async break(
    hostname: string,
    service: string,
    fault: Record<string, unknown>,
  ): Promise<void> {
    const response = await fetch(`${this.#control}/faults`, {
      method: 'PUT',
      headers: NOT_KEPT,
      body: JSON.stringify({ hostname, service, fault }),
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Asks for the fleet as a script does. */
  askFleet(token = TOKEN): Promise<Response> {
    return this.#ask('/api/gen3/fleet?limit=200', token);
  }

  #ask(path: string, token = TOKEN): Promise<Response> {
    return fetch(`${this.baseUrl}${path}`, {
      headers: { Authorization: `Bearer ${token}`, ...NOT_KEPT },
    });
  }

  /** Status of every commons by hostname, as REST tells a script with the static token. */
  async statuses(): Promise<Record<string, string>> {
    const response = await this.askFleet();
    const { items } = fleetSchema.parse(await response.json());
    return Object.fromEntries(items.map(row => [row.hostname, row.status]));
  }

  /** Hostnames of the whole fleet, sorted. */
  async hostnames(): Promise<string[]> {
    return Object.keys(await this.statuses()).sort();
  }

  /** Health of one commons, as REST tells a script. */
  async health(hostname: string) {
    const response = await this.#ask(
      `/api/gen3/commons/default/${hostname}/health`,
    );
    return healthSchema.parse(await response.json());
  }

  /** Hostnames of the commons in a cluster. */
  async hostnamesIn(cluster: string): Promise<string[]> {
    const filter = `kind=system,metadata.annotations.backstage.io/kubernetes-cluster=${cluster}`;
    const response = await this.#ask(
      `/api/catalog/entities/by-query?limit=200&filter=${filter}`,
    );
    const { items } = namesSchema.parse(await response.json());
    return items.map(({ metadata }) => metadata.name);
  }

  /** How many entities the catalog has. */
  async countEntities(): Promise<number> {
    const response = await this.#ask('/api/catalog/entities/by-query?limit=0');
    return countSchema.parse(await response.json()).totalItems;
  }

  /** How often the front page of each commons was asked for, which every round does once, since requests were last forgotten. */
  async countRounds(): Promise<Map<string, number>> {
    const response = await fetch(`${this.#control}/requests`, {
      headers: NOT_KEPT,
    });
    const { requests } = requestsSchema.parse(await response.json());
    const counts = new Map<string, number>();
    for (const { hostname, path } of requests) {
      if (path === '/') {
        counts.set(hostname, (counts.get(hostname) ?? 0) + 1);
      }
    }
    return counts;
  }

  async forgetRequests(): Promise<void> {
    await fetch(`${this.#control}/requests`, {
      method: 'DELETE',
      headers: NOT_KEPT,
    });
  }

  /** Makes the GitOps repository unreadable until the returned function is called. */
  loseGitOps(): () => void {
    const repository = join(this.#data, 'gitops.git');
    renameSync(repository, `${repository}.away`);
    return () => renameSync(`${repository}.away`, repository);
  }

  /** Presses Ctrl-C and tells what became of everything that ran. */
  async interrupt() {
    const exitCode = await this.#process.interrupt();
    const { portal, simulator } = this.#ports;
    const ports = [
      portal,
      ...Array.from({ length: SIMULATOR_PORTS }, (_, n) => simulator + n),
    ];
    const free = await Promise.all(ports.map(tryPort));
    return {
      exitCode,
      leftovers: this.#process.leftovers(),
      takenPorts: ports.filter((_, index) => free[index] === undefined),
    };
  }

  /** Where a text is in what the portal keeps: files of logs and databases, and commits of the GitOps repository, also those that no branch has. */
  findInData(text: string): string[] {
    const grep = spawnSync('grep', ['-rlaF', '--', text, this.#data], {
      encoding: 'utf8',
    });
    // 1: nothing was found.
    if (grep.status !== 0 && grep.status !== 1) throw new Error(grep.stderr);
    const objects = execFileSync(
      'git',
      [
        `--git-dir=${join(this.#data, 'gitops.git')}`,
        'cat-file',
        '--batch-all-objects',
        '--batch',
      ],
      { maxBuffer: 256 * 1024 * 1024 },
    );
    return [
      ...grep.stdout.split('\n').filter(Boolean),
      ...(objects.includes(text) ? ['objects of git'] : []),
    ];
  }

  /** Kills every process of the portal. */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** Starts again, after {@link Portal.interrupt} or {@link Portal.kill}, on the same data. */
  async startAgain(): Promise<void> {
    this.#process = await Portal.#startProcess(this.#data, this.#ports);
  }

  async stop(): Promise<void> {
    await this.#process.interrupt();
    rmSync(this.#data, { recursive: true, force: true });
  }
}
