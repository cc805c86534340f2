/**
 * Name of the service through which every request reaches the others: nginx, as the chart deploys it (`gen3-helm:helm/revproxy`).
 *
 * @public
 */
export const GATEWAY_SERVICE = 'revproxy';
