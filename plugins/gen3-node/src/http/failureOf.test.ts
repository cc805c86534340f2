import { failureOf } from './failureOf';
import { RefusedAddressError } from './RefusedAddressError';
import { DeadlineError } from './withDeadline';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('failureOf', () => {
  it.each([
    ['ENOTFOUND', 'dns', 'the name does not resolve'],
    ['EAI_AGAIN', 'dns', "the portal's name server does not answer"],
    ['EAI_FAIL', 'dns', "the portal's name server failed"],
    ['ECONNREFUSED', 'unreachable', 'the connection was refused'],
    ['ECONNRESET', 'unreachable', 'the connection was reset'],
    ['ENETUNREACH', 'unreachable', 'the portal has no route to that network'],
    ['ENETDOWN', 'unreachable', "the portal's network is down"],
    ['EHOSTDOWN', 'unreachable', 'the host is down'],
    ['ETIMEDOUT', 'timeout', 'the connection timed out'],
    ['CERT_HAS_EXPIRED', 'certificate-ended', 'the certificate has expired'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'the certificate is self-signed'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      'tls',
      'the certificate is for other hostnames',
    ],
    [
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'tls',
      'the TLS handshake failed (ERR_SSL_WRONG_VERSION_NUMBER)',
    ],
    ['UNSPECIFIED', 'tls', 'the certificate does not pass (UNSPECIFIED)'],
    ['INVALID_PURPOSE', 'tls', 'the TLS handshake failed (INVALID_PURPOSE)'],
    [
      'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
      'tls',
      'the TLS handshake failed (UNABLE_TO_DECRYPT_CERT_SIGNATURE)',
    ],
    [
      'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
      'unexpected-body',
      'the answer is not HTTP',
    ],
    ['HPE_INVALID_CONSTANT', 'unexpected-body', 'the answer is not HTTP'],
    ['HPE_HEADER_OVERFLOW', 'too-large', 'its headers are too large'],
    ['UND_ERR_HEADERS_OVERFLOW', 'too-large', 'its headers are too large'],
  ])('maps %s to %s', (code, cause, detail) => {
    expect(failureOf(coded(code))).toEqual({ cause, code, detail });
  });

  it('knows a passed deadline and a refused address', () => {
    expect(failureOf(new DeadlineError(10_000))).toEqual({
      cause: 'timeout',
      detail: 'no answer within 10 s',
    });
    expect(
      failureOf(new RefusedAddressError('127.0.0.1', ['127.0.0.1'])),
    ).toMatchObject({ cause: 'refused-address' });
  });

  it('finds the cause inside other errors', () => {
    expect(
      failureOf(new Error('fetch failed', { cause: coded('ECONNRESET') })),
    ).toMatchObject({ code: 'ECONNRESET' });
  });

  it.each([
    ['a network that the portal lacks', 'ENETUNREACH'],
    ['a version of IP that it does not speak', 'EAFNOSUPPORT'],
    ['an address that its sandbox forbids', 'EACCES'],
  ])('prefers what the commons did over %s', (_label, code) => {
    // A portal without IPv6 gets such an error for one address and the real answer for the other.
    const both = new AggregateError([coded(code), coded('ECONNREFUSED')]);
    expect(failureOf(both)).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it.each([
    ['a code that nobody knows', coded('EODD')],
    ['what undici does not accept', coded('UND_ERR_INVALID_ARG')],
    ['a slip of a programmer', new TypeError('x is not a function')],
    ['no error at all', 'text'],
  ])('does not accuse the commons of %s', (_label, error) => {
    // Anything unknown was "unreachable", and so a mistake of the portal's took commons down.
    expect(failureOf(error)).toBeUndefined();
  });
});
