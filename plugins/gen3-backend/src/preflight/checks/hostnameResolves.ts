import { askedHostname } from '../askedHostname';
import { listNames } from '../listNames';
import type { PreflightCheck } from '../types';

/** Tells where users would get by the hostname now. It need not have an address before the commons is there. */
export const hostnameResolves: PreflightCheck = {
  id: 'hostname-resolves',
  title: 'It is known where the hostname leads',
  run({ subject, facts }) {
    const hostname = askedHostname(subject);
    if (hostname === undefined) return 'not-applicable';
    const { addresses } = facts;
    if (!addresses.known) return { notRun: addresses.why };
    const key = 'global.hostname';
    if (addresses.value.length === 0) {
      return [
        {
          severity: 'info',
          key,
          what: `"${hostname}" has no address yet`,
          why: 'Without a DNS record nobody gets to the commons, and authorities that ask over HTTP issue no certificate for it.',
          fix: 'Make a DNS record for it when the ingress of the commons has its address, before users come',
        },
      ];
    }
    const found = listNames([...new Set(addresses.value)]);
    return [
      {
        severity: 'info',
        key,
        what: `"${hostname}" leads to ${found}`,
        why: 'Users get there, whatever answers there now.',
        fix: 'See that it is the ingress of the cluster in which the commons will run, before users come',
      },
    ];
  },
};
