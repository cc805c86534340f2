import { lookup } from 'node:dns/promises';
import { ResolveAddresses } from './shareLookups';

/** Asks the system's resolver, which also knows `/etc/hosts` and search domains. */
export const resolveWithSystem: ResolveAddresses = hostname =>
  lookup(hostname, { all: true });

/**
 * How many names the system's resolver looks up at once: libuv gives lookups half of its threads, of which there are 4
 * unless the environment variable `UV_THREADPOOL_SIZE` says otherwise. More of them would only wait inside libuv.
 */
export function lookupsAtOnce(
  threads = process.env.UV_THREADPOOL_SIZE,
): number {
  return Math.ceil((Number(threads) || 4) / 2);
}
