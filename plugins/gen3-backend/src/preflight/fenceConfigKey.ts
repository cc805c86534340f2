import type { JsonObject } from '@backstage/types';
import { isMadeByHelm } from './isMadeByHelm';

/**
 * Path of the values that become fence's configuration. Where Helm makes the secret `fence-config`, it is `FENCE_CONFIG`, which with the chart's defaults
 * overrules the public part; where External Secrets makes it, nothing reads `FENCE_CONFIG`, and what the secret overrules is not known
 * (`gen3-helm:helm/fence/templates/fence-config.yaml`, `gen3-helm:helm/fence/scripts/yaml_merge.py`).
 */
export function fenceConfigKey(
  values: JsonObject,
): 'fence.FENCE_CONFIG' | 'fence.FENCE_CONFIG_PUBLIC' {
  return isMadeByHelm(
    values,
    'fence.externalSecrets.createK8sFenceConfigSecret',
  )
    ? 'fence.FENCE_CONFIG'
    : 'fence.FENCE_CONFIG_PUBLIC';
}
