import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Check } from '../types';
import { createPlaceCheck, type PlaceOptions } from './createPlaceCheck';
import { judgeCertificate } from './judgeCertificate';
import { judgeRead } from './judgeRead';
import { worstOf } from './worstOf';

type Ingress = KubernetesObject<'ingresses'>;
type Certificate = KubernetesObject<'certificates'>;

const UNCERTIFIED: Verdict = {
  outcome: 'up',
  cause: 'ok',
  reason: 'has no certificate of cert-manager',
};

/** The way in: an Ingress leads from the hostname to the commons, has an address, and a certificate that is good. */
export function createIngressCheck(
  options: PlaceOptions & { hostname: string },
): Check {
  const { client, place, hostname, now } = options;
  return createPlaceCheck({
    name: 'ingress',
    place,
    judge: async signal => {
      const [ingresses, certificates] = await Promise.all([
        client.list('ingresses', place, { signal }),
        client.list('certificates', place, { signal }),
      ]);
      // Without cert-manager the certificate is judged from outside alone.
      const hasManager =
        certificates.state === 'read' || certificates.failure !== 'not-served';
      const judgeCertificates = (secrets: string[]) =>
        secrets.length > 0 && hasManager
          ? judgeRead(certificates, { place, kind: 'certificates' }, items =>
              judgeThoseOf(secrets, { items, now: now() }),
            )
          : UNCERTIFIED;
      return {
        verdict: judgeRead(ingresses, { place, kind: 'ingresses' }, items =>
          judgeIngress({ hostname, ingresses: items, judgeCertificates }),
        ),
        readAt: ingresses.readAt,
      };
    },
  });
}

function judgeThoseOf(
  secrets: string[],
  read: { items: Certificate[]; now: number },
): Verdict {
  const own = read.items.filter(({ spec }) =>
    secrets.includes(spec?.secretName ?? ''),
  );
  return (
    worstOf(own.map(each => judgeCertificate(each, read.now))) ?? UNCERTIFIED
  );
}

/**
 * Judges the way in. A namespace without any Ingress may have another one, such as a Gateway: that is not known, not wrong.
 *
 * Reasons are clauses that follow "Ingress".
 *
 * @param input - `judgeCertificates` takes the names of Secrets that the Ingresses have their certificates from.
 */
export function judgeIngress(input: {
  hostname: string;
  ingresses: Ingress[];
  judgeCertificates: (secrets: string[]) => Verdict;
}): Verdict {
  const { hostname, ingresses, judgeCertificates } = input;
  if (ingresses.length === 0) {
    return {
      outcome: 'unknown',
      cause: 'not-visible',
      reason: 'is not in the namespace: the way in is another one',
    };
  }
  const leading = ingresses.filter(each => leadsFrom(each, hostname));
  if (leading.length === 0) return noWayIn(`has no rule for ${hostname}`);
  const names = leading.map(({ metadata }) => metadata.name).join(', ');
  const hasAddress = leading.some(({ status }) =>
    status?.loadBalancer?.ingress.some(each => each.hostname ?? each.ip),
  );
  if (!hasAddress) return noWayIn(`has no address (${names})`);
  const certificate = judgeCertificates(leading.flatMap(secretsOf));
  return certificate.outcome === 'up'
    ? { outcome: 'up', cause: 'ok', reason: `leads in (${names})` }
    : certificate;
}

function noWayIn(reason: string): Verdict {
  return { outcome: 'degraded', cause: 'no-ingress', reason };
}

function secretsOf({ spec }: Ingress): string[] {
  return (spec?.tls ?? []).flatMap(({ secretName }) => secretName ?? []);
}

/** A rule without a host takes all, as the chart's for development does (`gen3-helm:helm/revproxy/templates`). */
function leadsFrom({ spec }: Ingress, hostname: string): boolean {
  return (
    spec?.defaultBackend !== undefined ||
    (spec?.rules ?? []).some(({ host }) => !host || isFor(host, hostname))
  );
}

/** `*` stands for exactly one label (`kubernetes:staging/src/k8s.io/api/networking/v1/types.go`). */
function isFor(host: string, hostname: string): boolean {
  return (
    host === hostname ||
    (host.startsWith('*.') && host.slice(1) === hostname.replace(/^[^.]+/, ''))
  );
}
