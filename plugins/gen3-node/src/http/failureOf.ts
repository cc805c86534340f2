import { isError } from '@backstage/errors';
import { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isOwnSideCode } from './ownSideCodes';
import { DeadlineError } from './withDeadline';

/** Why asking a commons failed. */
export interface Failure {
  cause: Cause;
  code?: string;
  /** For people, without commons and operation. */
  detail: string;
}

const TLS: Record<string, string> = {
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_REVOKED: 'the certificate is revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN:
    'the certificate comes from an authority that the portal does not trust',
  UNABLE_TO_GET_ISSUER_CERT:
    'the certificate comes from an authority that the portal does not trust',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the certificate comes from an authority that the portal does not trust',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the server does not send its intermediate certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for other hostnames',
};

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ECONNABORTED: 'the connection was aborted',
  EPIPE: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed before the answer was complete',
  EHOSTUNREACH: 'no route to the host',
  EHOSTDOWN: 'the host is down',
  ENETUNREACH: 'the portal has no route to that network',
  ENETDOWN: "the portal's network is down",
  EAFNOSUPPORT: 'the portal does not speak that version of IP',
  EADDRNOTAVAIL: 'the portal has no free local address',
  EADDRINUSE: 'the portal has no free local port',
  EACCES: "the portal's own firewall or sandbox forbids the connection",
  EPERM: "the portal's own firewall or sandbox forbids the connection",
  ENOBUFS: 'the machine of the portal has no memory for connections',
  ENOMEM: 'the machine of the portal has no memory for connections',
  EMFILE: 'the portal has too many open connections',
  ENFILE: 'the machine of the portal has too many open files',
};

const DNS: Record<string, string> = {
  ENOTFOUND: 'the name does not resolve',
  ENODATA: 'the name has no address',
  EAI_AGAIN: "the portal's name server does not answer",
  EAI_FAIL: "the portal's name server failed",
  ESERVFAIL: "the portal's name server failed",
  ETIMEOUT: "the portal's name server does not answer",
  EREFUSED: "the portal's name server refuses to answer",
};

const TIMEOUTS = ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT'];

/** Codes of Node and OpenSSL for handshakes that fail and certificates that do not pass. */
const TLS_CODE =
  /^(ERR_SSL_|ERR_TLS_|CERT_|ERROR_IN_CERT|UNABLE_TO_|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|EPROTO$)/;

/**
 * Node's code for every verdict of OpenSSL on a certificate that it has no code for: a weak key or digest, a name
 * constraint, an unknown critical extension. What it is, is in the message alone.
 */
const OTHER_VERDICT = 'UNSPECIFIED';

/** Codes of undici's parser for what is no HTTP. */
const NOT_HTTP = /^(HPE_|UND_ERR_RES_CONTENT_LENGTH_MISMATCH$)/;

/**
 * Maps what a connection or request threw to a cause. With several addresses every one has its own error; the one that
 * says most about the commons wins. Undefined when it is nothing that a network or a commons does, so a mistake of the
 * portal's.
 */
export function failureOf(error: unknown): Failure | undefined {
  const failures = errorsIn(error).map(classify);
  const rank = (failure: Failure) => (isOwnSideCode(failure.code) ? 1 : 0);
  const [first] = failures
    .filter(failure => failure !== undefined)
    .sort((a, b) => rank(a) - rank(b));
  return first;
}

function classify(error: unknown): Failure | undefined {
  if (error instanceof DeadlineError) {
    return { cause: 'timeout', detail: error.message };
  }
  const code = codeOf(error) ?? '';
  if (code === 'ERR_GEN3_REFUSED_ADDRESS') {
    return { cause: 'refused-address', code, detail: messageOf(error) };
  }
  if (code === 'ERR_GEN3_NO_PLACE') {
    return { cause: 'cancelled', code, detail: messageOf(error) };
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return {
      cause: 'certificate-ended',
      code,
      detail: 'the certificate has expired',
    };
  }
  if (TLS[code]) {
    return { cause: 'tls', code, detail: TLS[code] };
  }
  if (TLS_CODE.test(code)) {
    return { cause: 'tls', code, detail: `the TLS handshake failed (${code})` };
  }
  if (code === OTHER_VERDICT) {
    return {
      cause: 'tls',
      code,
      detail: `the certificate does not pass (${messageOf(error)})`,
    };
  }
  if (DNS[code]) {
    return { cause: 'dns', code, detail: DNS[code] };
  }
  if (TIMEOUTS.includes(code)) {
    return { cause: 'timeout', code, detail: 'the connection timed out' };
  }
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return { cause: 'too-large', code, detail: 'its headers are too large' };
  }
  if (NOT_HTTP.test(code)) {
    return {
      cause: 'unexpected-body',
      code,
      detail: 'the answer is not HTTP',
    };
  }
  return UNREACHABLE[code]
    ? { cause: 'unreachable', code, detail: UNREACHABLE[code] }
    : undefined;
}

/** The error, those it aggregates and those that caused it; bounded, outermost first. */
function errorsIn(error: unknown, depth = 0): unknown[] {
  if (!isError(error) || depth > 4) {
    return [];
  }
  const inner =
    'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return [
    error,
    ...[...inner, error.cause].flatMap(each => errorsIn(each, depth + 1)),
  ];
}

function codeOf(error: unknown): string | undefined {
  return isError(error) && typeof error.code === 'string'
    ? error.code
    : undefined;
}

function messageOf(error: unknown): string {
  return (isError(error) ? error.message : String(error)).slice(0, 300);
}
