import { Cause } from './causes';

/**
 * Causes that lie on the way to the cluster: the name, the certificate, a firewall, the portal's own guard. No pod makes them, so what pods
 * have explains nothing of them, and mending pods brings nobody in.
 *
 * `unreachable` and `timeout` are none of them: a load balancer without a pod behind it refuses connections, or lets them hang.
 */
export const BEFORE_CLUSTER_CAUSES: readonly Cause[] = [
  'dns',
  'tls',
  'certificate-ends-soon',
  'certificate-ended',
  'blocked',
  'refused-address',
];
