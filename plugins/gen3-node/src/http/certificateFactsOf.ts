import { TLSSocket } from 'node:tls';

/** What a server's certificate says, and whether it is trusted for the hostname. @public */
export interface CertificateFacts {
  /** ISO 8601 UTC. */
  validFrom: string;
  /** ISO 8601 UTC. */
  validTo: string;
  /** At most 200 characters, e.g. `C=US, O=Let's Encrypt, CN=R11`. */
  issuer: string;
  /** At most 200 characters. */
  subject: string;
  /** DNS names that it is for, e.g. `*.example.org`; OpenSSL takes 100 kB of certificates at most. */
  names: string[];
  /** Trusted, in time and made for the hostname. */
  authorized: boolean;
  /** OpenSSL's or Node's code when not, e.g. `CERT_HAS_EXPIRED`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
  authorizationError?: string;
}

/** Reads the facts off a connection; undefined when the server showed no certificate. */
export function certificateFactsOf(
  socket: TLSSocket,
): CertificateFacts | undefined {
  const certificate = socket.getPeerX509Certificate();
  if (!certificate) {
    return undefined;
  }
  return {
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    issuer: oneLine(certificate.issuer),
    subject: oneLine(certificate.subject),
    names: dnsNamesOf(certificate.subjectAltName),
    authorized: socket.authorized,
    ...(socket.authorized
      ? {}
      : { authorizationError: String(socket.authorizationError) }),
  };
}

function oneLine(name: string | undefined): string {
  return (name ?? '')
    .trim()
    .replace(/\s*\n\s*/g, ', ')
    .slice(0, 200);
}

/** Node puts names with odd characters in quotes; no host has such a name. */
function dnsNamesOf(subjectAltName: string | undefined): string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .flatMap(entry => /^DNS:([^"]+)$/.exec(entry)?.[1] ?? []);
}
