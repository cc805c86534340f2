import type { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Gen3Handshake,
  type Gen3HttpResponse,
  Gen3UpstreamError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { CommonsClient } from '../Round';

/** Time of all tests of checks. */
export const NOW = Date.parse('2026-07-15T12:00:00Z');

const DAY_MS = 86_400_000;

/** A good certificate that ends in so many days from {@link NOW}. */
export function certificateFacts(
  daysLeft: number,
  facts: Partial<Gen3Handshake> = {},
): Gen3Handshake {
  return {
    validFrom: new Date(NOW + (daysLeft - 90) * DAY_MS).toISOString(),
    validTo: new Date(NOW + daysLeft * DAY_MS).toISOString(),
    issuer: 'CN=Test CA',
    subject: 'CN=heart.example',
    names: ['heart.example'],
    authorized: true,
    latencyMs: 30,
    ...facts,
  };
}

/** A failure as the client reports it. */
export function upstreamError(
  upstreamCause: Cause,
  options: { code?: string; detail?: string } = {},
): Gen3UpstreamError {
  return new Gen3UpstreamError({
    commons: 'heart.example',
    operation: 'GET /',
    upstreamCause,
    detail: 'the test wants it',
    ...options,
  });
}

/** What a fake commons answers: a part of a response, a failure, or nothing until the signal aborts. */
export type FakeAnswer = Partial<Gen3HttpResponse> | Error | 'hang';

/** A client of a commons that only exists in a test, and what it was asked. */
export interface FakeClient extends CommonsClient {
  asked: string[];
  timeouts: Array<number | undefined>;
}

/** Makes a client. Paths that are not named answer 500, as revproxy does. */
export function createFakeClient(options: {
  certificate?: Gen3Handshake | Error | 'hang';
  answers?: Record<string, FakeAnswer>;
}): FakeClient {
  const { certificate = certificateFacts(60), answers = {} } = options;
  const asked: string[] = [];
  const timeouts: Array<number | undefined> = [];
  const settle = <T>(value: T | Error | 'hang', signal: AbortSignal) => {
    if (value instanceof Error) {
      return Promise.reject(value);
    }
    if (value !== 'hang') {
      return Promise.resolve(value);
    }
    return new Promise<T>((_, reject) => {
      const cancel = () => reject(upstreamError('cancelled'));
      signal.addEventListener('abort', cancel, { once: true });
    });
  };
  return {
    asked,
    timeouts,
    async inspectCertificate({ signal, timeoutMs }) {
      asked.push('certificate');
      timeouts.push(timeoutMs);
      return settle<Gen3Handshake>(certificate, signal);
    },
    async get({ hostname, path, signal, timeoutMs }) {
      asked.push(path);
      timeouts.push(timeoutMs);
      const answer = await settle<Partial<Gen3HttpResponse>>(
        answers[path] ?? { status: 500 },
        signal,
      );
      return {
        status: 200,
        headers: {},
        body: '',
        truncated: false,
        latencyMs: 12,
        url: `https://${hostname}${path}`,
        ...answer,
      };
    },
  };
}
