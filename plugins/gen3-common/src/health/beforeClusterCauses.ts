import { Cause } from './causes';

/**
 * Causes of a service that fails users which lie on the way to the cluster: the name and the certificate. No pod makes them, so what pods
 * have explains nothing of them, and mending pods brings nobody in.
 *
 * `unreachable` and `timeout` are none of them: a load balancer without a pod behind it refuses connections, or lets them hang. A firewall
 * (`blocked`) and the portal's own guard (`refused-address`) need not be named: a service behind them is unknown, so it has not failed.
 */
export const BEFORE_CLUSTER_CAUSES: readonly Cause[] = [
  'dns',
  'tls',
  'certificate-ended',
];
