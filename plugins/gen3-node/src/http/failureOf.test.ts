import { failureOf } from './failureOf';
import { RefusedAddressError } from './RefusedAddressError';
import { DeadlineError } from './withDeadline';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('failureOf', () => {
  it.each([
    ['ENOTFOUND', 'dns', 'the name does not resolve'],
    ['EAI_AGAIN', 'dns', "the portal's name server does not answer"],
    ['ECONNREFUSED', 'unreachable', 'the connection was refused'],
    ['ECONNRESET', 'unreachable', 'the connection was reset'],
    ['ENETUNREACH', 'unreachable', 'the portal has no route to that network'],
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

  it('prefers what the commons did over a network that the portal lacks', () => {
    // A portal without IPv6 gets ENETUNREACH for one address and the real answer for the other.
    const both = new AggregateError([
      coded('ENETUNREACH'),
      coded('ECONNREFUSED'),
    ]);
    expect(failureOf(both)).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('keeps the message of an error that it does not know', () => {
    expect(failureOf(coded('EODD'))).toEqual({
      cause: 'unreachable',
      code: 'EODD',
      detail: 'EODD',
    });
  });
});
