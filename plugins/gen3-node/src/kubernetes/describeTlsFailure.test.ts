import { requestErrorAnswer } from './__testUtils__/kubernetesAnswers';
import { boundedClause } from './boundedClause';
import { classifyAnswer } from './classifyAnswer';

const failureAfter = (code: string, cluster: string) => {
  const answer = classifyAnswer(requestErrorAnswer(code), cluster);
  return 'failure' in answer ? answer : undefined;
};

const WHERE = '"east-1" below kubernetes.clusterLocatorMethods';
const SET_CA = `set caData or caFile of ${WHERE} to`;

it.each([
  [
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    `the certificate is self-signed: ${SET_CA} it`,
  ],
  ...[
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'CERT_SIGNATURE_FAILURE',
  ].map(code => [
    code,
    `the certificate comes from an authority that the portal does not trust: ${SET_CA} the CA of its API server`,
  ]),
  [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    `the certificate is for other hostnames than that in url: correct url of ${WHERE}, or have the certificate issued for it`,
  ],
  [
    'CERT_HAS_EXPIRED',
    `the certificate has expired: renew it at the API server of ${WHERE}; when the CA is renewed as well, set caData or caFile to it`,
  ],
  [
    'CERT_NOT_YET_VALID',
    `the certificate is not valid yet: set the clocks of the portal and of the API server of ${WHERE} right`,
  ],
  [
    'CERT_REVOKED',
    `the certificate is revoked: issue another one for the API server of ${WHERE}`,
  ],
  [
    'ERR_SSL_WRONG_VERSION_NUMBER',
    `the TLS handshake failed (ERR_SSL_WRONG_VERSION_NUMBER): check url of ${WHERE}, and what answers there`,
  ],
])('names the cluster, the key and the fix after %s', (code, detail) => {
  expect(failureAfter(code, 'east-1')).toEqual({
    state: 'failed',
    failure: 'tls',
    detail,
  });
});

it.each([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
])('leaves room for a name of 30 characters after %s', code => {
  const detail = `${failureAfter(code, 'x'.repeat(30))?.detail}`;
  expect(boundedClause(detail)).toBe(detail);
});
