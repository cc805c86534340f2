import { Failure } from '../http/failureOf';
import { configOfCluster } from './configOfCluster';

/**
 * OpenSSL's words for a certificate whose authority it does not have. Most API servers send their own certificate alone, so that
 * it "cannot verify the first" means the same; and most authorities are called "kubernetes", so that another cluster's is found by
 * name and fails by its signature (`openssl/openssl:crypto/x509/x509_vfy.c`).
 */
const UNKNOWN_AUTHORITY = [
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'INVALID_CA',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** OpenSSL's words for a certificate that no key of config can make good. */
const OF_THE_SERVER = ['CERT_REVOKED', 'UNSPECIFIED'];

/** Says what is wrong with the TLS of a cluster, and which key of it, or what else, makes it right. Pure. */
export function describeTlsFailure(found: Failure, cluster: string): string {
  const { code = '', detail } = found;
  const config = configOfCluster(cluster);
  if (UNKNOWN_AUTHORITY.includes(code)) {
    return `the certificate comes from an authority that the portal does not trust: set caData or caFile of ${config} to the CA of its API server`;
  }
  if (code === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
    return `${detail}: set caData or caFile of ${config} to it`;
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `${detail} than that in url: correct url of ${config}, or have the certificate issued for it`;
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return `${detail}: renew it at the API server of ${config}; when the CA is renewed as well, set caData or caFile to it`;
  }
  if (code === 'CERT_NOT_YET_VALID') {
    return `${detail}: set the clocks of the portal and of the API server of ${config} right`;
  }
  if (OF_THE_SERVER.includes(code)) {
    return `${detail}: issue another one for the API server of ${config}`;
  }
  return `${detail}: check url of ${config}, and what answers there`;
}
