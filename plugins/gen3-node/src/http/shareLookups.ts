import { LookupAddress } from 'node:dns';
import { createLimiter } from './createLimiter';
import { SilentNameServerError } from './SilentNameServerError';
import { DeadlineError, withDeadline } from './withDeadline';

/** Finds all addresses of a name; rejects with the resolver's error. @public */
export type ResolveAddresses = (hostname: string) => Promise<LookupAddress[]>;

/** Long enough for the questions of one round. */
const KEEP_MS = 15_000;

/** A name server that answers at all answers sooner; the system's resolver may try for a minute. */
const LOOKUP_MS = 3_000;

/**
 * Shares lookups: those of a name that are under way are joined, and addresses are kept for 15 seconds. Failures are not
 * kept. A lookup that brings nothing within 3 seconds, waiting for its turn included, fails with
 * {@link SilentNameServerError}.
 *
 * The system's resolver works on very few threads, and a name whose servers are silent holds one for many seconds after
 * everybody gave up on it. So only `atOnce` names are looked up at a time, and names that were silent before never get the
 * last place: dead names cannot keep the living from being found.
 */
export function shareLookups(options: {
  resolve: ResolveAddresses;
  /** Milliseconds of a clock that never jumps. */
  now: () => number;
  atOnce: number;
}): ResolveAddresses {
  const { resolve, now, atOnce } = options;
  const underWay = new Map<string, Promise<LookupAddress[]>>();
  // In order of time, so the old ones are in front.
  const kept = new Map<string, { addresses: LookupAddress[]; until: number }>();
  const silent = new Set<string>();
  const places = createLimiter(atOnce);
  const placesOfSilent = createLimiter(Math.max(1, atOnce - 1));

  const forgetOld = () => {
    for (const [hostname, { until }] of kept) {
      if (until > now()) {
        return;
      }
      kept.delete(hostname);
    }
  };

  const lookUp = async (hostname: string) => {
    let hasStarted = false;
    const inTurn = (signal: AbortSignal) =>
      places.run({ signal }, () => {
        hasStarted = true;
        return resolve(hostname);
      });
    try {
      const addresses = await withDeadline(
        { signals: [], timeoutMs: LOOKUP_MS },
        // A place is held until the resolver is done, also when nobody waits any more: so long its thread is busy.
        async signal =>
          silent.has(hostname)
            ? placesOfSilent.run({ signal }, () => inTurn(signal))
            : inTurn(signal),
      );
      silent.delete(hostname);
      return addresses;
    } catch (error) {
      if (!(error instanceof DeadlineError)) {
        silent.delete(hostname);
        throw error;
      }
      if (hasStarted) {
        silent.add(hostname);
      }
      throw new SilentNameServerError(hostname);
    }
  };

  const start = async (hostname: string) => {
    try {
      const addresses = await lookUp(hostname);
      kept.delete(hostname);
      kept.set(hostname, { addresses, until: now() + KEEP_MS });
      return addresses;
    } finally {
      underWay.delete(hostname);
    }
  };

  return async hostname => {
    forgetOld();
    const known = kept.get(hostname);
    if (known) {
      return known.addresses;
    }
    const lookup = underWay.get(hostname) ?? start(hostname);
    underWay.set(hostname, lookup);
    return lookup;
  };
}
