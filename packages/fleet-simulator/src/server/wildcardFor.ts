import { Fleet } from '../fleet/Fleet';

/**
 * The certificate that a load balancer shows for a host that is no commons yet and lies beside some that are: organisations have one for
 * their domain, so that a new commons has one from its first minute.
 *
 * @returns `*.example.org`; undefined for a domain without commons, and for one of a single label, which nobody gets a certificate for
 */
export function wildcardFor(
  hostname: string,
  fleet: Pick<Fleet, 'hasCommonsBelow'>,
): string | undefined {
  const domain = hostname.slice(hostname.indexOf('.') + 1);
  if (!domain.includes('.') || domain === hostname) return undefined;
  return fleet.hasCommonsBelow(domain) ? `*.${domain}` : undefined;
}
