import {
  type Cause,
  NO_CONTACT_CAUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Gen3Handshake,
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
  /**
   * Milliseconds that a check may take of the commons: the handshake half of it, the question what is left. What it waits
   * for the portal's own limits and name server is not part of it.
   */
  timeoutMs: number;
}

/** Where one GET of a round goes. */
export interface Question {
  path: string;
  /** @defaultValue config `gen3.http.maxBytes` */
  maxBytes?: number;
}

/** A handshake that fails so tells what every other question would come to: no contact, or none that may be spoken through. */
const HOPELESS: readonly Cause[] = [
  ...NO_CONTACT_CAUSES,
  'tls',
  'refused-address',
];

/** Code of a question that had no turn within the portal's own limits. */
const NO_PLACE = 'ERR_GEN3_NO_PLACE';

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
  readonly #handshakes = new AskOnce<Gen3Handshake>();
  readonly #answers = new AskOnce<Gen3HttpResponse>();

  static create(options: RoundOptions): Round {
    return new Round(options);
  }

  private constructor(options: RoundOptions) {
    this.#options = options;
    this.target = options.target;
  }

  /** Looks at the certificate. @throws Gen3UpstreamError when there is no handshake. */
  async certificate(signal: AbortSignal): Promise<Gen3Handshake> {
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
      const handshakeMs = await this.#shakeHands(signal);
      // Less when others shook hands before. Waiting for a turn costs nothing: it is no fault of the commons.
      const spentMs = Math.min(now() - start, handshakeMs);
      return client.get({
        hostname,
        baseUrl,
        path,
        maxBytes,
        signal,
        timeoutMs: Math.round(timeoutMs * USABLE - spentMs),
      });
    });
  }

  /** How long the handshake took. @throws Gen3UpstreamError when it tells what the questions would come to. */
  async #shakeHands(signal: AbortSignal): Promise<number> {
    try {
      return (await this.certificate(signal)).latencyMs;
    } catch (error) {
      if (
        !(error instanceof Gen3UpstreamError) ||
        HOPELESS.includes(error.upstreamCause) ||
        error.code === NO_PLACE
      ) {
        throw error;
      }
      return 0;
    }
  }
}
