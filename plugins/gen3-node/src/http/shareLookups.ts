import { LookupAddress } from 'node:dns';

/** Finds all addresses of a name; rejects with the resolver's error. @public */
export type ResolveAddresses = (hostname: string) => Promise<LookupAddress[]>;

/** Long enough for the questions of one round. */
const KEEP_MS = 15_000;

/**
 * Shares lookups: those of a name that are under way are joined, and addresses are kept for 15 seconds. The system's
 * resolver works on very few threads and a name whose servers are silent holds one for many seconds: a commons must
 * not hold one per connection. Failures are not kept.
 */
export function shareLookups(options: {
  resolve: ResolveAddresses;
  /** Milliseconds of a clock that never jumps. */
  now: () => number;
}): ResolveAddresses {
  const { resolve, now } = options;
  const underWay = new Map<string, Promise<LookupAddress[]>>();
  // In order of time, so the old ones are in front.
  const kept = new Map<string, { addresses: LookupAddress[]; until: number }>();

  const forgetOld = () => {
    for (const [hostname, { until }] of kept) {
      if (until > now()) {
        return;
      }
      kept.delete(hostname);
    }
  };

  const start = async (hostname: string) => {
    try {
      const addresses = await resolve(hostname);
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
