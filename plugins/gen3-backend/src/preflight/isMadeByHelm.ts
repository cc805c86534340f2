import type { JsonObject } from '@backstage/types';
import { isSet } from './valueAt';

/**
 * Whether Helm makes a secret of a service out of values. With External Secrets it does so only where the service's switch for that secret
 * is on; else the values are not read (`gen3-helm:helm/<chart>/templates/*secret*.yaml`).
 *
 * @param path - of the switch, e.g. `audit.externalSecrets.createK8sAuditSecret`
 */
export function isMadeByHelm(values: JsonObject, path: string): boolean {
  return !isSet(values, 'global.externalSecrets.deploy') || isSet(values, path);
}
