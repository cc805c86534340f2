import { RootConfigService } from '@backstage/backend-plugin-api';
import { isIP } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Agent, Dispatcher, request as send } from 'undici';
import packageJson from '../../package.json';
import { AddressGuard } from './AddressGuard';
import { certificateFactsOf } from './certificateFactsOf';
import { connectAddressOf } from './connectAddressOf';
import { ConnectPolicy, connectTls } from './connectTls';
import { createAgent } from './createAgent';
import { createKeyedLimiter } from './createKeyedLimiter';
import { createLimiter } from './createLimiter';
import { createTrust } from './createTrust';
import { failureOf } from './failureOf';
import {
  Gen3Download,
  Gen3Handshake,
  Gen3HttpGet,
  Gen3HttpRequest,
  Gen3HttpResponse,
} from './Gen3HttpRequest';
import { Gen3UpstreamError } from './Gen3UpstreamError';
import { readBody, readBytes } from './readBody';
import { Gen3HttpConfig, readGen3HttpConfig } from './readGen3HttpConfig';
import { lookupsAtOnce, resolveWithSystem } from './resolveWithSystem';
import { ResolveAddresses, shareLookups } from './shareLookups';
import { Target, targetOf } from './targetOf';
import { withDeadline } from './withDeadline';

const HEADERS = {
  'user-agent': `Gen3-CSOC-Portal/${packageJson.version} (+health check)`,
  accept: 'application/json, text/html;q=0.9, */*;q=0.8',
  // Nothing is decompressed, so a small body cannot become a big one.
  'accept-encoding': 'identity',
};

/**
 * A host that answers at once gets its questions one after the other, over one connection: each further connection costs it
 * and the portal a handshake. For one that is slower than this, more of them are asked side by side.
 */
const MORE_AT_ONCE_AFTER_MS = 250;

/** What a {@link Gen3HttpClient} may be given in place of the real thing. @public */
export interface Gen3HttpClientOptions {
  /** Finds the addresses of a name. @defaultValue the system's resolver */
  resolve?: ResolveAddresses;
  /** Milliseconds of a clock that never jumps. @defaultValue `performance.now` */
  now?: () => number;
}

/**
 * Asks commons over HTTPS; the only thing in the portal that does. It connects to public addresses (and to those that
 * config allows), sends nothing of its caller's, follows no redirect, keeps no cookie, and bounds time, size and
 * concurrency.
 *
 * @public
 */
export class Gen3HttpClient {
  readonly #config: Gen3HttpConfig;
  readonly #policy: ConnectPolicy;
  readonly #agent: Agent;
  readonly #resolve: ResolveAddresses;
  readonly #now: () => number;
  readonly #closing = new AbortController();
  readonly #perHost;
  readonly #overall;

  /** Reads config `gen3.http` once. @throws Error that names the full path of a bad key. */
  static fromConfig(
    config: RootConfigService,
    options: Gen3HttpClientOptions = {},
  ): Gen3HttpClient {
    return new Gen3HttpClient(readGen3HttpConfig(config), options);
  }

  private constructor(config: Gen3HttpConfig, options: Gen3HttpClientOptions) {
    this.#config = config;
    this.#now = options.now ?? (() => performance.now());
    this.#resolve = shareLookups({
      resolve: options.resolve ?? resolveWithSystem,
      now: this.#now,
      atOnce: lookupsAtOnce(),
    });
    this.#policy = {
      guard: AddressGuard.create({
        allow: config.allowPrivateAddresses,
        resolve: this.#resolve,
      }),
      trust: createTrust({ caFile: config.caFile }),
      connectTo: config.connectTo,
    };
    this.#agent = createAgent({
      policy: this.#policy,
      maxPerHost: config.maxPerHost,
      timeoutMs: config.timeoutMs,
      signal: this.#closing.signal,
    });
    this.#perHost = createKeyedLimiter(config.maxPerHost, {
      openEveryMs: MORE_AT_ONCE_AFTER_MS,
    });
    this.#overall = createLimiter(config.maxConcurrent);
  }

  /** How many questions it asks at once. */
  get limits(): { maxPerHost: number; maxConcurrent: number } {
    const { maxPerHost, maxConcurrent } = this.#config;
    return { maxPerHost, maxConcurrent };
  }

  /**
   * Asks one path. Any status is an answer.
   *
   * @throws {@link Gen3UpstreamError} when there is none; any other error is a mistake of the portal's and says nothing about
   * the commons.
   */
  async get(request: Gen3HttpGet): Promise<Gen3HttpResponse> {
    const operation = `GET ${request.path.replace(/[?#].*$/, '')}`;
    const target = targetOf({ ...request, operation });
    return this.#ask({ request, operation, target }, async signal => {
      const start = this.#now();
      const answer = await send(target.origin + target.path, {
        dispatcher: this.#agent,
        headers: HEADERS,
        signal,
      });
      const { maxBytes = this.#config.maxBytes } = request;
      const body = await readBody(answer.body, maxBytes);
      const latencyMs = Math.round(this.#now() - start);
      // undici gives the connection back one turn of the event loop later; who asks before that opens another.
      await nextTurn();
      return {
        status: answer.statusCode,
        headers: plainHeaders(answer.headers),
        body: body.text,
        truncated: body.truncated,
        latencyMs,
        url: target.url,
      };
    });
  }

  /**
   * Fetches a file under the same bounds, also from hosts that are no commons: an archive of a chart.
   *
   * @throws {@link Gen3UpstreamError} when there is no answer; any other error is a mistake of the portal's.
   */
  async download(request: Gen3HttpGet): Promise<Gen3Download> {
    const operation = `GET ${request.path.replace(/[?#].*$/, '')}`;
    const target = targetOf({ ...request, operation });
    return this.#ask({ request, operation, target }, async signal => {
      const answer = await send(target.origin + target.path, {
        dispatcher: this.#agent,
        headers: { ...HEADERS, accept: '*/*' },
        signal,
      });
      const { maxBytes = this.#config.maxBytes } = request;
      return {
        status: answer.statusCode,
        headers: plainHeaders(answer.headers),
        ...(await readBytes(answer.body, maxBytes)),
      };
    });
  }

  /**
   * Looks at the certificate, trusted or not, with a TLS handshake of its own and without sending HTTP.
   *
   * @throws {@link Gen3UpstreamError} when there is no handshake; any other error is a mistake of the portal's.
   */
  async inspectCertificate(request: Gen3HttpRequest): Promise<Gen3Handshake> {
    const operation = 'TLS handshake';
    const target = targetOf({ ...request, path: '/', operation });
    return this.#ask({ request, operation, target }, async signal => {
      const start = this.#now();
      const socket = await connectTls({
        target,
        policy: this.#policy,
        rejectUnauthorized: false,
        signal,
      });
      socket.on('error', () => {});
      const facts = certificateFactsOf(socket);
      socket.destroy();
      if (!facts) {
        throw new Gen3UpstreamError({
          commons: request.hostname,
          operation,
          upstreamCause: 'tls',
          detail: 'the server shows no certificate',
        });
      }
      return { ...facts, latencyMs: Math.round(this.#now() - start) };
    });
  }

  /**
   * Finds the addresses at which the portal looks for a commons, those that it may not connect to among them.
   *
   * @throws {@link Gen3UpstreamError} with cause `dns` when there are none or no name server answers; any other error is a
   * mistake of the portal's.
   */
  async findAddresses(request: Gen3HttpRequest): Promise<string[]> {
    const operation = 'DNS lookup';
    const target = targetOf({ ...request, path: '/', operation });
    return this.#ask({ request, operation, target }, async () => {
      const { host } = connectAddressOf(target, this.#config.connectTo);
      if (isIP(host) !== 0) {
        return [host];
      }
      const found = await this.#resolve(host);
      return found.map(({ address }) => address);
    });
  }

  /** Cancels what is under way and closes every connection. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('the portal is shutting down'));
    await this.#agent.destroy();
  }

  /**
   * Resolves the name before the question's time begins, because a slow name server is no fault of the commons. The
   * connection then finds what was kept. A lookup ends by itself.
   */
  async #resolveName(target: Target, signals: AbortSignal[]): Promise<void> {
    const { host } = connectAddressOf(target, this.#config.connectTo);
    if (isIP(host) === 0) {
      await withDeadline({ signals }, () => this.#resolve(host));
    }
  }

  async #ask<T>(
    what: { request: Gen3HttpRequest; operation: string; target: Target },
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { request, operation, target } = what;
    const { signal, timeoutMs = this.#config.timeoutMs } = request;
    const signals = [signal, this.#closing.signal];
    const start = this.#now();
    const patience = {
      signal,
      maxWaitMs: timeoutMs,
      spentMs: () => this.#now() - start,
    };
    try {
      await this.#resolveName(target, signals);
      // The host's own limit comes first: who waits for a slow host must not hold a place that others could use.
      return await this.#perHost.run(target.origin, patience, () =>
        this.#overall.run(patience, () =>
          withDeadline({ signals, timeoutMs }, work),
        ),
      );
    } catch (error) {
      if (error instanceof Gen3UpstreamError) {
        throw error;
      }
      const cancelled = signals.some(({ aborted }) => aborted);
      const failure = cancelled
        ? { cause: 'cancelled' as const, detail: 'it was cancelled' }
        : failureOf(error);
      if (!failure) {
        throw error;
      }
      throw new Gen3UpstreamError({
        commons: request.hostname,
        operation,
        ...failure,
        upstreamCause: failure.cause,
        cause: error,
      });
    }
  }
}

function plainHeaders(
  headers: Dispatcher.ResponseData['headers'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'set-cookie'
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
