import type { JsonObject } from '@backstage/types';
import { type DeadKey, KEYS_NOBODY_READS } from '../chart/keysNobodyReads';
import { fenceConfigKey } from '../fenceConfigKey';
import { listNames } from '../listNames';
import type { PreflightCheck, Problem } from '../types';
import { isMap, valueAt } from '../valueAt';

/** The one key of it that templates read themselves (`gen3-helm:helm/fence/templates/fence-visa-update-cron.yaml`). */
const READ_OF_FENCE = 'ENABLE_VISA_UPDATE_CRON';

/** Keys that the chart has and nothing reads, always (`gen3-helm:helm/gen3/values.yaml`) or as the values are; what it does not even have, `unknown-keys` tells. */
export const deadKeys: PreflightCheck = {
  id: 'dead-keys',
  title: 'Every value that is set does something',
  run({ subject: { values } }) {
    const dead = KEYS_NOBODY_READS.filter(({ key }) =>
      saysSomething(valueAt(values, key)),
    );
    return [...unreadOfFence(values), ...dead.map(toProblem)];
  },
};

/** Where External Secrets makes fence's configuration, what values say of it is lost. */
function unreadOfFence(values: JsonObject): Problem[] {
  const config = valueAt(values, 'fence.FENCE_CONFIG');
  const isRead = fenceConfigKey(values) === 'fence.FENCE_CONFIG';
  if (isRead || !isMap(config)) return [];
  const unread = Object.keys(config).filter(key => key !== READ_OF_FENCE);
  if (unread.length === 0) return [];
  return [
    {
      severity: 'warning',
      key: `fence.FENCE_CONFIG.${unread[0]}`,
      what: `External Secrets makes the configuration of fence, so nothing reads ${listNames(
        unread,
      )} of fence.FENCE_CONFIG`,
      why: 'Fence takes its configuration from the secret fence-config only: log-ins and all else are as that says.',
      fix: 'Write it into the secret, or into fence.FENCE_CONFIG_PUBLIC when it is none; or set fence.externalSecrets.createK8sFenceConfigSecret to true to have Helm make the secret of these values',
      about: unread,
    },
  ];
}

/** Empty lists and maps, and a switch that is off, ask for nothing. */
function saysSomething(value: ReturnType<typeof valueAt>): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.values(value).some(saysSomething);
  return value !== undefined && value !== false && value !== '';
}

function toProblem({ key, instead }: DeadKey): Problem {
  return {
    severity: 'info',
    key,
    what: `Nothing in the chart reads ${key}`,
    why: 'What it says does not happen.',
    fix: instead
      ? `Remove it, and set ${instead}`
      : 'Remove it; the chart has no key that does the same',
  };
}
