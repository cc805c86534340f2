import { constants } from 'node:crypto';
import { once } from 'node:events';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, Server } from 'node:https';
import { SecureContext, TLSSocket } from 'node:tls';
import { CertificateAuthority } from '../certificates/CertificateAuthority';
import {
  HostCertificates,
  USUAL_CERTIFICATE_DAYS,
} from '../certificates/HostCertificates';
import { act } from './act';
import { answerRequest, FrontDoor } from './answerRequest';
import { Connections } from './Connections';
import { listen } from './listen';
import { hostOf, readRequest } from './readRequest';
import { RequestLog } from './RequestLog';
import { wildcardFor } from './wildcardFor';

/** Certificate for hosts that are no commons, as a load balancer's default. */
const DEFAULT_HOST = 'default.fleet-simulator.example';

/** As nginx (`keepalive_timeout 65`). */
const KEEP_ALIVE_MS = 65_000;

/** What a {@link CommonsServer} needs. */
export interface CommonsServerOptions extends FrontDoor {
  authority: CertificateAuthority;
  log: RequestLog;
  /** @defaultValue 127.0.0.1 */
  address?: string;
  /** 0 takes any free port. */
  port: number;
}

/** One HTTPS server for all commons: the certificate by SNI, the commons by Host. */
export class CommonsServer {
  readonly #options: CommonsServerOptions;
  readonly #certificates: HostCertificates;
  readonly #server: Server;
  readonly #connections: Connections;
  #port = 0;

  private constructor(
    options: CommonsServerOptions,
    fallback: { cert: string; key: string },
  ) {
    this.#options = options;
    this.#certificates = HostCertificates.create(options);
    this.#server = createServer(
      {
        ...fallback,
        secureOptions: constants.SSL_OP_NO_TICKET,
        SNICallback: (name, done) => this.#chooseContext(name, done),
        keepAliveTimeout: KEEP_ALIVE_MS,
      },
      (message, response) => this.#handle(message, response),
    );
    this.#connections = Connections.of(this.#server);
  }

  /** @throws when the port cannot be listened on. */
  static async start(options: CommonsServerOptions): Promise<CommonsServer> {
    const { certificatePem, keyPem } = await options.authority.issue({
      hostname: DEFAULT_HOST,
      daysLeft: USUAL_CERTIFICATE_DAYS,
      now: options.now(),
    });
    const server = new CommonsServer(options, {
      cert: certificatePem,
      key: keyPem,
    });
    server.#port = await listen(server.#server, {
      port: options.port,
      address: options.address ?? '127.0.0.1',
      purpose: 'commons',
    });
    return server;
  }

  get port(): number {
    return this.#port;
  }

  /** Stops listening and cuts every connection, also those of hung requests. */
  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#connections.destroyAll();
    await closed;
  }

  #chooseContext(
    name: string,
    done: (error: Error | null, context?: SecureContext) => void,
  ): void {
    const hostname = name.toLowerCase();
    const { fleet, faults } = this.#options;
    if (!fleet.get(hostname)) {
      const wildcard = wildcardFor(hostname, fleet);
      if (wildcard === undefined) done(null);
      else this.#show(wildcard, undefined, done);
      return;
    }
    const fault = faults.whole(hostname);
    if (fault.close) {
      done(new Error(`"${hostname}" refuses connections by a fault`));
      return;
    }
    this.#show(hostname, fault.certificateDays, done);
  }

  #show(
    hostname: string,
    certificateDays: number | undefined,
    done: (error: Error | null, context?: SecureContext) => void,
  ): void {
    this.#certificates
      .contextFor(hostname, certificateDays)
      .then(context => done(null, context), done);
  }

  #handle(message: IncomingMessage, response: ServerResponse): void {
    const hostname = hostOf(message);
    const request = readRequest(message);
    const { socket } = message;
    const servername =
      socket instanceof TLSSocket && typeof socket.servername === 'string'
        ? socket.servername.toLowerCase()
        : undefined;
    const at = this.#options.now().toISOString();
    const record = (status: number) =>
      this.#options.log.record({
        at,
        hostname,
        method: request.method,
        path: request.path,
        userAgent: request.header('user-agent') ?? '',
        status,
      });
    message.resume();
    const disposition = answerRequest(
      this.#options,
      { hostname, servername },
      request,
    );
    act(disposition, response, {
      record,
      reset: () => this.#connections.reset(socket),
    });
  }
}
