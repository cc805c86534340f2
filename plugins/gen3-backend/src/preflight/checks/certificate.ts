import { askedHostname } from '../askedHostname';
import type { CertificateFact } from '../facts/types';
import { listNames } from '../listNames';
import type { PreflightCheck, Problem } from '../types';

/** Time to have another one issued, and to wait for whoever does it. */
const ENOUGH_DAYS = 21;

const KEY = 'global.hostname';

/** The certificate that answers at the hostname, when one does, is for it and lasts. */
export const certificate: PreflightCheck = {
  id: 'certificate',
  title: 'A certificate covers the hostname',
  run({ subject, facts }) {
    const hostname = askedHostname(subject);
    if (hostname === undefined) return 'not-applicable';
    const shown = facts.certificate;
    if (!shown.known) return { notRun: shown.why };
    return shown.value === undefined
      ? [toBeIssued(hostname)]
      : judge(shown.value, hostname);
  },
};

function toBeIssued(hostname: string): Problem {
  return {
    severity: 'info',
    key: KEY,
    what: `Nothing answers at https://${hostname}, so no certificate for it is shown yet`,
    why: 'Browsers refuse a commons without a certificate that covers its hostname.',
    fix: `Have one issued for "${hostname}", or for all of its domain, and give it to the ingress or load balancer before users come`,
  };
}

function judge(found: CertificateFact, hostname: string): Problem[] {
  const { names, daysLeft, validTo } = found;
  const problems: Problem[] = [];
  if (!names.some(name => covers(name, hostname))) {
    problems.push({
      severity: 'warning',
      key: KEY,
      what: `The certificate at https://${hostname} is not for it but for ${
        listNames(names) || 'no name at all'
      }`,
      why: 'Browsers refuse the commons until another one is shown. A name with an asterisk covers one part of a hostname, not two.',
      fix: `Have one issued that names "${hostname}", and give it to the ingress or load balancer`,
    });
  }
  if (daysLeft < ENOUGH_DAYS) {
    const day = validTo.slice(0, 10);
    problems.push({
      severity: 'warning',
      key: KEY,
      what:
        daysLeft < 0
          ? `The certificate at https://${hostname} ended on ${day}`
          : `The certificate at https://${hostname} ends on ${day}`,
      why: 'From then on browsers refuse the commons.',
      fix: 'Renew it, and see that something renews it from now on',
    });
  }
  return problems;
}

/** As browsers compare: without case, and an asterisk stands for the whole first part only (RFC 6125, 6.4.3). */
function covers(name: string, hostname: string): boolean {
  const pattern = name.toLowerCase();
  const parent = hostname.slice(hostname.indexOf('.') + 1);
  return pattern === hostname || pattern === `*.${parent}`;
}
