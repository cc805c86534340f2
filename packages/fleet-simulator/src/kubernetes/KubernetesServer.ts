import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import { CertificateAuthority } from '../certificates/CertificateAuthority';
import { USUAL_CERTIFICATE_DAYS } from '../certificates/HostCertificates';
import { readBytes } from '../control/readJson';
import { clusterHost } from '../faults/types';
import { replied } from '../revproxy/Disposition';
import { act, Effects } from '../server/act';
import { Connections } from '../server/Connections';
import { listen } from '../server/listen';
import { readRequest } from '../server/readRequest';
import { RequestLog } from '../server/RequestLog';
import { answerKubernetes, WatchDisposition } from './answerKubernetes';
import { KubernetesParts } from './KubernetesParts';
import { readProtobuf } from './readProtobuf';
import { statusReply, tooManyRequests } from './status';
import { Watches } from './watch/Watches';

/** What a {@link KubernetesServer} needs. */
export interface KubernetesServerOptions extends KubernetesParts {
  authority: CertificateAuthority;
  log: RequestLog;
  /** @defaultValue 127.0.0.1 */
  address?: string;
  /** 0 takes any free port. */
  port: number;
  /** Watches at a time, of all clusters; more are answered 429. @defaultValue 500 */
  maxWatches?: number;
}

/** One HTTPS server for the Kubernetes APIs of all clusters, each below `/clusters/<name>`. */
export class KubernetesServer {
  readonly #options: KubernetesServerOptions;
  readonly #server: Server;
  readonly #connections: Connections;
  readonly #watches: Watches;
  #port = 0;

  private constructor(
    options: KubernetesServerOptions,
    certificate: { cert: string; key: string },
  ) {
    this.#options = options;
    this.#server = createServer(certificate, (message, response) => {
      this.#handle(message, response).catch(error => fail(response, error));
    });
    this.#connections = Connections.of(this.#server);
    this.#watches = Watches.create(options, options.maxWatches);
  }

  /** @throws when the port cannot be listened on. */
  static async start(
    options: KubernetesServerOptions,
  ): Promise<KubernetesServer> {
    const { certificatePem, keyPem } = await options.authority.issue({
      hostname: 'localhost',
      addresses: ['127.0.0.1'],
      daysLeft: USUAL_CERTIFICATE_DAYS,
      now: options.now(),
    });
    const server = new KubernetesServer(options, {
      cert: certificatePem,
      key: keyPem,
    });
    server.#port = await listen(server.#server, {
      port: options.port,
      address: options.address ?? '127.0.0.1',
      purpose: 'Kubernetes APIs',
    });
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** Base URL of a cluster's API, also for one that does not exist yet. */
  urlOf(cluster: string): string {
    return `https://127.0.0.1:${this.#port}/clusters/${encodeURIComponent(
      cluster,
    )}`;
  }

  /** Stops listening and cuts every connection, also those of hung requests. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#watches.close();
    this.#connections.destroyAll();
    await closed;
  }

  async #handle(
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const request = readRequest(message);
    const at = this.#options.now().toISOString();
    const answer = answerKubernetes(this.#options, {
      ...request,
      ...(await readBody(message)),
    });
    const effects: Effects = {
      record: status =>
        this.#options.log.record({
          at,
          hostname: clusterHost(answer.cluster),
          method: request.method,
          path: answer.path,
          userAgent: request.header('user-agent') ?? '',
          status,
        }),
      reset: () => this.#connections.reset(message.socket),
    };
    const { hostname, changes = [] } = answer.changed ?? { hostname: '' };
    changes.forEach(change => this.#options.changes.add(hostname, change));
    if (answer.disposition.kind === 'watch') {
      this.#watch(answer.disposition, response, effects);
    } else {
      act(answer.disposition, response, effects);
    }
  }

  #watch(
    { watch, delayMs }: WatchDisposition,
    response: ServerResponse,
    effects: Effects,
  ): void {
    const timer = setTimeout(() => {
      if (this.#watches.isFull) {
        const reply = tooManyRequests('there are too many watches');
        act(replied(reply), response, effects);
        return;
      }
      effects.record(200);
      try {
        this.#watches.open(watch, { response, reset: effects.reset });
      } catch (error) {
        response.destroy(error instanceof Error ? error : undefined);
      }
    }, delayMs);
    response.once('close', () => clearTimeout(timer));
  }
}

/** A mistake of the simulator itself; a connection that just ends would pass for a cluster that is gone. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = error instanceof Error ? error.message : String(error);
  const reply = statusReply(
    500,
    'InternalError',
    `Internal error occurred: ${message}`,
  );
  act(replied(reply), response, { record: () => {}, reset: () => {} });
}

/** Only writing requests have a body; one that cannot be read is the caller's mistake. */
async function readBody(
  message: IncomingMessage,
): Promise<{ body?: unknown; bodyProblem?: string }> {
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(message.method ?? '')) {
    message.resume();
    return {};
  }
  try {
    const bytes = await readBytes(message);
    if (bytes.length === 0) {
      return {};
    }
    return {
      body: readProtobuf(bytes) ?? JSON.parse(bytes.toString('utf8')),
    };
  } catch (error) {
    return {
      bodyProblem: `the object provided is unrecognized: ${
        error instanceof Error ? error.message : String(error)
      }`,
    };
  }
}
