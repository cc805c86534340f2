import { CertificateAuthority } from '../certificates/CertificateAuthority';
import { Commons } from '../commons/types';
import { ControlServer } from '../control/ControlServer';
import { FaultTable } from '../faults/FaultTable';
import { Fault, PlacedFault, WHOLE_COMMONS } from '../faults/types';
import { Fleet } from '../fleet/Fleet';
import { Roles } from '../kubernetes/access';
import { ClusterChanges } from '../kubernetes/changes/ClusterChanges';
import { KubernetesServer } from '../kubernetes/KubernetesServer';
import { KubernetesParts } from '../kubernetes/KubernetesParts';
import {
  DEFAULT_KUBERNETES_VERSION,
  KubernetesVersion,
} from '../kubernetes/KubernetesVersion';
import { declare } from '../kubernetes/sync/declare';
import { CommonsServer } from './CommonsServer';
import { LoggedRequest, RequestLog } from './RequestLog';

/** How one cluster is. */
export interface ClusterOptions {
  /** Release of Kubernetes that it plays. @defaultValue 1.35 */
  kubernetesVersion?: KubernetesVersion;
}

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
  /** HTTPS port of the clusters' Kubernetes APIs. @defaultValue 0: any free one */
  kubernetesPort?: number;
  /** What single clusters differ in, by name. */
  clusters?: Readonly<Record<string, ClusterOptions>>;
  /** More tokens for the Kubernetes APIs: the rules of their ClusterRoles, by token. @defaultValue none */
  roles?: Roles;
  /** Address the commons and the Kubernetes APIs listen on. @defaultValue 127.0.0.1 */
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
  /** HTTPS port of the Kubernetes APIs of all clusters. */
  readonly kubernetesPort: number;
  /** Base URL of the control API. */
  readonly controlUrl: string;
  /** Root certificate that clients must trust. */
  readonly caPem: string;
  readonly fleet: Fleet;
  /** From now on these are the commons. Those in a cluster come up, and change, as Argo CD brings them there: in about a minute. */
  setFleet(commons: Iterable<Commons>): void;
  /** Base URL of the Kubernetes API of a cluster, for kubectl's `--server` and for Backstage's cluster configuration. */
  kubernetesUrl(cluster: string): string;
  /**
   * Adds a fault to a service, or to the whole commons (`*`, the default). A cluster's are placed at `cluster:<name>` in place of the
   * hostname, a job's at its name in place of the service.
   */
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
  const fleet = Fleet.create(options.commons, { now });
  const faults = FaultTable.create({ now });
  options.faults?.forEach(placed => faults.set(placed));
  const log = RequestLog.create({ capacity: options.logCapacity });
  const authority = await CertificateAuthority.open({
    folder: options.dataFolder,
    now: now(),
  });
  const parts: SimulatorParts = {
    options,
    fleet,
    faults,
    changes: ClusterChanges.create(),
    roles: options.roles,
    log,
    authority,
    now,
    seed: options.seed ?? 'demo',
    startedAt: now(),
    versionOf: cluster =>
      options.clusters?.[cluster]?.kubernetesVersion ??
      DEFAULT_KUBERNETES_VERSION,
  };
  const { server, kubernetes, control } = await startServers(parts);
  return {
    httpsPort: server.port,
    kubernetesPort: kubernetes.port,
    controlUrl: control.url,
    caPem: authority.pem,
    fleet,
    setFleet: commons =>
      declare(commons, { fleet, changes: parts.changes, now: now() }),
    kubernetesUrl: cluster => kubernetes.urlOf(cluster),
    setFault: (hostname, service, fault) => {
      faults.set({ hostname, service: service || WHOLE_COMMONS, fault });
    },
    clearFaults: (hostname, service) => {
      faults.clear(hostname, service);
    },
    requests: hostname => log.list({ hostname }),
    clearRequests: () => log.clear(),
    close: async () => {
      await Promise.all([server, kubernetes, control].map(one => one.close()));
    },
  };
}

interface SimulatorParts extends KubernetesParts {
  options: SimulatorOptions;
  log: RequestLog;
  authority: CertificateAuthority;
}

interface Servers {
  server: CommonsServer;
  kubernetes: KubernetesServer;
  control: ControlServer;
}

async function startServers(parts: SimulatorParts): Promise<Servers> {
  const { options, fleet, faults, log } = parts;
  const started: { close(): Promise<void> }[] = [];
  try {
    const server = await CommonsServer.start({
      ...parts,
      address: options.address,
      port: options.port ?? 0,
    });
    started.push(server);
    const kubernetes = await startKubernetes(parts);
    started.push(kubernetes);
    const control = await ControlServer.start({
      fleet,
      faults,
      log,
      reload: options.reload,
      port: options.controlPort ?? 0,
      httpsPort: server.port,
      kubernetesPort: kubernetes.port,
    });
    return { server, kubernetes, control };
  } catch (error) {
    await Promise.all(started.map(one => one.close()));
    throw error;
  }
}

async function startKubernetes(
  parts: SimulatorParts,
): Promise<KubernetesServer> {
  const { options } = parts;
  return KubernetesServer.start({
    ...parts,
    address: options.address,
    port: options.kubernetesPort ?? 0,
  });
}
