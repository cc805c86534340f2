import type { HelmError } from '@gen3-csoc/backstage-plugin-gen3-node';

const OF_PORTAL: readonly HelmError['reason'][] = [
  'program-missing',
  'timeout',
  'out-of-memory',
  'too-large',
  'dependencies-missing',
];

/** Whether helm fails for what the portal has or has not; all other failures are of what is to be rendered. */
export function isTroubleOfPortal({ reason }: HelmError): boolean {
  return OF_PORTAL.includes(reason);
}
