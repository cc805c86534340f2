import { upstreamError } from './__testUtils__/createFakeClient';
import { outcomeOfFailure } from './outcomeOfFailure';

describe('outcomeOfFailure', () => {
  it.each([
    ['a name that does not exist', 'dns', 'ENOTFOUND', 'down'],
    ['a name server of ours that is silent', 'dns', 'EAI_AGAIN', 'unknown'],
    ['a name server of ours that fails', 'dns', 'EAI_FAIL', 'unknown'],
    ['a refused connection', 'unreachable', 'ECONNREFUSED', 'down'],
    ['a reset connection', 'unreachable', 'ECONNRESET', 'down'],
    ['a network that we lack', 'unreachable', 'ENETUNREACH', 'unknown'],
    ['a network of ours that is down', 'unreachable', 'ENETDOWN', 'unknown'],
    ['a firewall of ours', 'unreachable', 'EPERM', 'unknown'],
    ['no port of ours', 'unreachable', 'EADDRINUSE', 'unknown'],
    ['a name server of ours in time', 'dns', 'ETIMEOUT', 'unknown'],
    ['too many connections of ours', 'unreachable', 'EMFILE', 'unknown'],
    ['a deadline', 'timeout', undefined, 'down'],
    ['a bad certificate', 'tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'down'],
    ['an old certificate', 'certificate-ended', 'CERT_HAS_EXPIRED', 'down'],
    ['no HTTP', 'unexpected-body', 'HPE_INVALID_CONSTANT', 'down'],
    ['huge headers', 'too-large', 'HPE_HEADER_OVERFLOW', 'unknown'],
    ['a private address', 'refused-address', undefined, 'unknown'],
    ['a round that ended', 'cancelled', undefined, 'unknown'],
    ['anything else', 'stale', undefined, 'unknown'],
  ] as const)('makes of %s (%s, %s): %s', (_label, cause, code, outcome) => {
    expect(outcomeOfFailure(upstreamError(cause, { code }))).toMatchObject({
      outcome,
      cause,
    });
  });

  it('says why, as a clause', () => {
    const failure = {
      code: 'ECONNREFUSED',
      detail: 'the connection was refused',
    };
    expect(outcomeOfFailure(upstreamError('unreachable', failure)).reason).toBe(
      'cannot be reached: the connection was refused',
    );
  });

  it('gives the same reason for every timeout, so that reasons do not change with each round', () => {
    const reasons = ['no answer within 4.9 s', 'no answer within 5 s'].map(
      detail => outcomeOfFailure(upstreamError('timeout', { detail })).reason,
    );
    expect(new Set(reasons)).toEqual(new Set(['does not answer in time']));
  });
});
