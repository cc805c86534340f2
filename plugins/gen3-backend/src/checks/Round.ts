import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type CertificateFacts,
  type Gen3HttpClient,
  type Gen3HttpResponse,
  Gen3UpstreamError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { AskOnce } from './AskOnce';
import type { CommonsTarget } from './types';

/** The part of a {@link Gen3HttpClient} that checks use. */
export type CommonsClient = Pick<Gen3HttpClient, 'get' | 'inspectCertificate'>;

/** What a {@link Round} needs. */
export interface RoundOptions {
  client: CommonsClient;
  target: CommonsTarget;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Milliseconds that a check has: the handshake may take half of it, the question what is left. */
  timeoutMs: number;
}

/** Where one GET of a round goes. */
export interface Question {
  path: string;
  /** @defaultValue config `gen3.http.maxBytes` */
  maxBytes?: number;
}

/** A handshake that fails so tells what every other question would come to. */
const GONE: readonly Cause[] = [
  'dns',
  'unreachable',
  'timeout',
  'tls',
  'refused-address',
];

/** The part of a check's time that its questions use; the rest is for what happens around them. */
const USABLE = 0.95;

/**
 * What is asked of one commons in one round. Each path, and the certificate, is asked once, whoever needs it.
 *
 * The handshake comes first. When it fails because the host is gone, every other question fails the same way at once
 * instead of waiting by itself: a commons that hangs costs one deadline and not one per service. A commons that only hangs on
 * some paths is asked for all.
 */
export class Round {
  readonly target: CommonsTarget;
  readonly #options: RoundOptions;
  readonly #handshakes = new AskOnce<CertificateFacts>();
  readonly #answers = new AskOnce<Gen3HttpResponse>();

  static create(options: RoundOptions): Round {
    return new Round(options);
  }

  private constructor(options: RoundOptions) {
    this.#options = options;
    this.target = options.target;
  }

  /** Looks at the certificate. @throws Gen3UpstreamError when there is no handshake. */
  async certificate(signal: AbortSignal): Promise<CertificateFacts> {
    const { client, target, timeoutMs } = this.#options;
    const { hostname, baseUrl } = target;
    return this.#handshakes.ask('', () =>
      client.inspectCertificate({
        hostname,
        baseUrl,
        signal,
        timeoutMs: Math.round(timeoutMs / 2),
      }),
    );
  }

  /** Asks a path. @throws Gen3UpstreamError when there is no answer. */
  async get(
    question: Question,
    signal: AbortSignal,
  ): Promise<Gen3HttpResponse> {
    const { path, maxBytes } = question;
    return this.#answers.ask(`${maxBytes ?? ''} ${path}`, async () => {
      const { client, target, timeoutMs, now } = this.#options;
      const { hostname, baseUrl } = target;
      const start = now();
      await this.#throwWhenGone(signal);
      const leftMs = timeoutMs * USABLE - (now() - start);
      return client.get({
        hostname,
        baseUrl,
        path,
        maxBytes,
        signal,
        timeoutMs: Math.max(1, Math.round(leftMs)),
      });
    });
  }

  async #throwWhenGone(signal: AbortSignal): Promise<void> {
    try {
      await this.certificate(signal);
    } catch (error) {
      if (
        !(error instanceof Gen3UpstreamError) ||
        GONE.includes(error.upstreamCause)
      ) {
        throw error;
      }
    }
  }
}
