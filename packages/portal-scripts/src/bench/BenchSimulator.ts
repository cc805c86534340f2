import { mkdir, writeFile } from 'node:fs/promises';
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
  /** HTTPS port of the Kubernetes APIs of all clusters. */
  readonly kubernetesPort: number;
  /** Base URL of the control API. */
  readonly controlUrl: string;
  /** Certificate of the authority that its commons' certificates are from. */
  readonly caFile: string;
  readonly #children: Children;

  private constructor(options: {
    pid: number | undefined;
    port: number;
    kubernetesPort: number;
    controlUrl: string;
    caFile: string;
    children: Children;
  }) {
    this.pid = options.pid;
    this.port = options.port;
    this.kubernetesPort = options.kubernetesPort;
    this.controlUrl = options.controlUrl;
    this.caFile = options.caFile;
    this.#children = options.children;
  }

  /** @throws Error when it ends instead. */
  static async start(options: {
    folder: string;
    commons: number;
    /** Faults that hold from the start, as in a faults file. */
    faults: object[];
    signal: AbortSignal;
  }): Promise<BenchSimulator> {
    const { folder, commons, faults, signal } = options;
    await mkdir(folder, { recursive: true });
    const faultsFile = join(folder, 'faults.yaml');
    await writeFile(faultsFile, JSON.stringify({ faults }));
    const ended = new AbortController();
    const children = Children.create((name, how) =>
      ended.abort(new Error(`The ${name} ended unexpectedly (${how})`)),
    );
    const port = await freePort();
    const controlPort = await freePort();
    const kubernetesPort = await freePort();
    const pid = children.start({
      name: 'simulator',
      script: 'packages/fleet-simulator/src/cli.ts',
      args: [
        'start',
        ...['--generate', String(commons), '--faults', faultsFile],
        ...['--port', String(port), '--control-port', String(controlPort)],
        ...['--kubernetes-port', String(kubernetesPort), '--data', folder],
      ],
      environment: process.env,
      logFile: join(folder, 'simulator.log'),
    });
    const caFile = join(folder, 'ca.pem');
    const simulator = new BenchSimulator({
      pid,
      port,
      kubernetesPort,
      controlUrl: `http://127.0.0.1:${controlPort}`,
      caFile,
      children,
    });
    try {
      await waitUntilUp(
        simulator.controlUrl,
        AbortSignal.any([signal, ended.signal]),
      );
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

/** Its control API is the last that it starts. */
async function waitUntilUp(
  controlUrl: string,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    try {
      const response = await fetch(`${controlUrl}/faults`, { signal });
      await response.body?.cancel();
      return;
    } catch {
      // Nobody listens yet; a simulator that ended or a Ctrl-C ends the waiting.
      await sleep(250, undefined, { signal });
    }
  }
}
