import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;

/** An answer that takes longer counts as none. */
const ANSWER_TIMEOUT_MS = 5_000;

/** After this time people are told what is waited for. */
const PATIENCE_MS = 60_000;

/** What is waited for. */
export interface Awaited {
  /** Name for people, e.g. `portal`. */
  name: string;
  /** Where it listens on this machine, e.g. `http://127.0.0.1:7007`. */
  url: string;
  /** Paths that must all answer with success, in this order. */
  paths: string[];
  logFile: string;
}

/** Resolves to the status of an answer, or to undefined when nobody answers. */
function statusOf(
  url: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  return new Promise(done => {
    const options = {
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
    };
    const request = url.startsWith('https:')
      ? // Our own process at its local address, whose certificate is for its public name: only its answer matters.
        requestHttps(url, { ...options, rejectUnauthorized: false })
      : requestHttp(url, options);
    request.once('response', response => {
      response.resume();
      response.once('close', () => done(response.statusCode));
    });
    // Nobody listens yet, or not yet for long enough; the caller asks again until its own signal ends that.
    request.once('error', () => done(undefined));
    request.end();
  });
}

/**
 * Waits until a program answers. Says once what is waited for when that takes long; never gives up by itself, because a
 * slow machine is no failure and a program that ends is its parent's business.
 *
 * @throws when `signal` is aborted.
 */
export async function waitUntilReady(options: {
  awaited: Awaited;
  signal: AbortSignal;
  say: (message: string) => void;
  /** @default one minute */
  patienceMs?: number;
}): Promise<void> {
  const { awaited, signal, say, patienceMs = PATIENCE_MS } = options;
  const { name, url, paths, logFile } = awaited;
  let missing = url;
  const patience = setTimeout(
    () =>
      say(
        `still waiting for the ${name} to answer at ${missing}; its log is ${logFile}. Ctrl-C stops it.`,
      ),
    patienceMs,
  );
  try {
    for (const path of paths) {
      missing = `${url}${path}`;
      // One after the other: the first path that does not answer is what people need to know.
      while (!isSuccess(await statusOf(missing, signal))) {
        await sleep(PAUSE_MS, undefined, { signal });
      }
    }
  } finally {
    clearTimeout(patience);
  }
}

function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 400;
}
