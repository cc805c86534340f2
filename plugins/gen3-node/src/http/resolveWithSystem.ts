import { lookup } from 'node:dns/promises';
import { ResolveAddresses } from './shareLookups';

/** Asks the system's resolver, which also knows `/etc/hosts` and search domains. */
export const resolveWithSystem: ResolveAddresses = hostname =>
  lookup(hostname, { all: true });
