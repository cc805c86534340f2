/** Where a check looks: at what users see, or into the cluster. @public */
export const HEALTH_LAYERS = ['outside', 'inside'] as const;

/** Where a check looks. @public */
export type HealthLayer = (typeof HEALTH_LAYERS)[number];

/** Ids of checks that look into the cluster begin so. @public */
export const INSIDE_CHECK_PREFIX = 'inside:';

/** The layer of a check, by its id. @public */
export function layerOf(checkId: string): HealthLayer {
  return checkId.startsWith(INSIDE_CHECK_PREFIX) ? 'inside' : 'outside';
}

/** Whether a check is about the workloads of a service: `inside:deployments:<service>`. */
export function isWorkloadCheck(checkId: string): boolean {
  return checkId.startsWith(`${INSIDE_CHECK_PREFIX}deployments:`);
}
