import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Children } from '../start/children';
import { freePort } from '../test/postgres';

/** Something is wrong with these; the others are up. */
const FENCE_FAILS_EVERY = 20;
const CERTIFICATE_ENDS_EVERY = 10;

/** Hostname of the n-th commons that the simulator makes up, from 1. */
export function simulatedHostname(index: number): string {
  return `commons-${String(index).padStart(4, '0')}.example`;
}

/** Faults of a simulated fleet, so that it has every status: one in twenty is down, one in twenty degraded. */
export function simulatedFaults(commons: number): object[] {
  const indices = Array.from({ length: commons }, (_, at) => at + 1);
  return indices
    .filter(index => index % CERTIFICATE_ENDS_EVERY === 0)
    .map(index => ({
      hostname: simulatedHostname(index),
      ...(index % FENCE_FAILS_EVERY === 0
        ? { service: 'fence', fault: { status: 500 } }
        : { fault: { certificateDays: 5.5 } }),
    }));
}

/** The fleet simulator in a process of its own, with made-up commons. */
export class BenchSimulator {
  readonly pid: number | undefined;
  /** HTTPS port of all commons. */
  readonly port: number;
  /** Certificate of the authority that its commons' certificates are from. */
  readonly caFile: string;
  readonly #children: Children;

  private constructor(options: {
    pid: number | undefined;
    port: number;
    caFile: string;
    children: Children;
  }) {
    this.pid = options.pid;
    this.port = options.port;
    this.caFile = options.caFile;
    this.#children = options.children;
  }

  /** @throws Error when it ends instead. */
  static async start(options: {
    folder: string;
    commons: number;
    signal: AbortSignal;
  }): Promise<BenchSimulator> {
    const { folder, commons, signal } = options;
    await mkdir(folder, { recursive: true });
    const faultsFile = join(folder, 'faults.yaml');
    await writeFile(
      faultsFile,
      JSON.stringify({ faults: simulatedFaults(commons) }),
    );
    const ended = new AbortController();
    const children = Children.create((name, how) =>
      ended.abort(new Error(`The ${name} ended unexpectedly (${how})`)),
    );
    const port = await freePort();
    const pid = children.start({
      name: 'simulator',
      script: 'packages/fleet-simulator/src/cli.ts',
      args: [
        'start',
        ...['--generate', String(commons), '--faults', faultsFile],
        ...['--port', String(port), '--control-port', String(await freePort())],
        ...['--data', folder],
      ],
      environment: process.env,
      logFile: join(folder, 'simulator.log'),
    });
    const caFile = join(folder, 'ca.pem');
    const simulator = new BenchSimulator({ pid, port, caFile, children });
    try {
      await waitForFile(caFile, AbortSignal.any([signal, ended.signal]));
      return simulator;
    } catch (error) {
      await simulator.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#children.stop();
  }
}

async function waitForFile(path: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await access(path);
      return;
    } catch {
      // Not there yet; a simulator that ended or a Ctrl-C ends the waiting.
      await sleep(250, undefined, { signal });
    }
  }
}
