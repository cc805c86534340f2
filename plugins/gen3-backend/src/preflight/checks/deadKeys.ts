import { type DeadKey, KEYS_NOBODY_READS } from '../chart/keysNobodyReads';
import type { PreflightCheck, Problem } from '../types';
import { isMap, valueAt } from '../valueAt';

/** Keys that the chart has and nothing reads (`gen3-helm:helm/gen3/values.yaml`); what it does not even have, `unknown-keys` tells. */
export const deadKeys: PreflightCheck = {
  id: 'dead-keys',
  title: 'Every value that is set does something',
  run({ subject: { values } }) {
    return KEYS_NOBODY_READS.filter(({ key }) =>
      saysSomething(valueAt(values, key)),
    ).map(toProblem);
  },
};

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
