import { CertificateAuthority } from '../certificates/CertificateAuthority';
import { Commons } from '../commons/types';
import { ControlServer } from '../control/ControlServer';
import { FaultTable } from '../faults/FaultTable';
import { Fault, PlacedFault, WHOLE_COMMONS } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { CommonsServer } from './CommonsServer';
import { LoggedRequest, RequestLog } from './RequestLog';

/** How a simulator starts. */
export interface SimulatorOptions {
  /** The commons to play; {@link Simulator.setFleet} changes them later. @defaultValue none */
  commons?: Iterable<Commons>;
  /** Faults that hold from the start. */
  faults?: PlacedFault[];
  /** HTTPS port of the commons. @defaultValue 0: any free one */
  port?: number;
  /** Port of the control API, on the loopback interface. @defaultValue 0: any free one */
  controlPort?: number;
  /** Address the commons listen on. @defaultValue 127.0.0.1 */
  address?: string;
  /** Folder of the certificate authority, so that a restart keeps it. @defaultValue in memory only */
  dataFolder?: string;
  /** Two runs with one seed answer the same. @defaultValue `demo` */
  seed?: string;
  /** Requests that the log keeps. @defaultValue 10000 */
  logCapacity?: number;
  /** Reads the fleet again where it comes from, on `POST /reload`. */
  reload?: () => Promise<void>;
  /** @defaultValue the system's clock */
  now?: () => Date;
}

/** A running simulator. */
export interface Simulator {
  readonly httpsPort: number;
  /** Base URL of the control API. */
  readonly controlUrl: string;
  /** Root certificate that clients must trust. */
  readonly caPem: string;
  readonly fleet: Fleet;
  setFleet(commons: Iterable<Commons>): void;
  /** Adds a fault to a service, or to the whole commons (`*`, the default). */
  setFault(hostname: string, service: string, fault: Fault): void;
  /** Clears the faults of a service, of a commons or of everything. */
  clearFaults(hostname?: string, service?: string): void;
  /** Requests so far, oldest first. */
  requests(hostname?: string): LoggedRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

/**
 * Starts a fleet of simulated commons.
 *
 * @throws when a port is taken or the data folder cannot be used; nothing is left running then.
 */
export async function startSimulator(
  options: SimulatorOptions = {},
): Promise<Simulator> {
  const now = options.now ?? (() => new Date());
  const fleet = Fleet.create(options.commons);
  const faults = FaultTable.create();
  options.faults?.forEach(placed => faults.set(placed));
  const log = RequestLog.create({ capacity: options.logCapacity });
  const authority = await CertificateAuthority.open({
    folder: options.dataFolder,
    now: now(),
  });
  const server = await CommonsServer.start({
    fleet,
    faults,
    seed: options.seed ?? 'demo',
    now,
    authority,
    log,
    address: options.address,
    port: options.port ?? 0,
  });
  const control = await startControl({ fleet, faults, log, options, server });
  return {
    httpsPort: server.port,
    controlUrl: control.url,
    caPem: authority.pem,
    fleet,
    setFleet: commons => fleet.replace(commons),
    setFault: (hostname, service, fault) => {
      faults.set({ hostname, service: service || WHOLE_COMMONS, fault });
    },
    clearFaults: (hostname, service) => {
      faults.clear(hostname, service);
    },
    requests: hostname => log.list({ hostname }),
    clearRequests: () => log.clear(),
    close: async () => {
      await Promise.all([server.close(), control.close()]);
    },
  };
}

async function startControl(parts: {
  fleet: Fleet;
  faults: FaultTable;
  log: RequestLog;
  options: SimulatorOptions;
  server: CommonsServer;
}): Promise<ControlServer> {
  const { fleet, faults, log, options, server } = parts;
  try {
    return await ControlServer.start({
      fleet,
      faults,
      log,
      reload: options.reload,
      port: options.controlPort ?? 0,
      httpsPort: server.port,
    });
  } catch (error) {
    await server.close();
    throw error;
  }
}
