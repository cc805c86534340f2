import type { JsonObject } from '@backstage/types';
import { hasService } from '../hasService';
import { searchEngineProblems } from '../searchEngineProblems';
import type { PreflightCheck, Problem } from '../types';
import { isMap, isSet, valueAt } from '../valueAt';

const INDICES = 'guppy.indices';
const MAPPINGS = 'etl.etlMapping.mappings';

/** Both charts have the same two as examples (`gen3-helm:helm/guppy/values.yaml`, `gen3-helm:helm/etl/values.yaml`). */
const EXAMPLES = ['dev_case', 'dev_file'];

const NO_ETL: Problem = {
  severity: 'warning',
  key: 'etl.enabled',
  what: 'Guppy is on, and etl, which makes its indices, is off',
  why: 'Guppy stops as long as one of its indices does not exist, so the explorer is down until something else makes them.',
  fix: 'Enable etl, or see that the indices of guppy.indices are there before guppy starts',
};

const BY_HAND: Problem = {
  severity: 'info',
  key: 'etl.suspendCronjob',
  what: 'Nothing runs etl for the first time',
  why: 'The chart suspends etl-cronjob, and guppy stops as long as its indices do not exist. The order is: dictionary, data, etl, guppy.',
  fix: 'Run etl-cronjob once by hand when there are data, then restart guppy; or set etl.suspendCronjob to false',
};

const ONLY_EXAMPLES: Problem = {
  severity: 'warning',
  key: INDICES,
  what: `Neither ${INDICES} nor ${MAPPINGS} is set, so guppy shows the chart's examples: ${EXAMPLES.join(
    ', ',
  )}`,
  why: "They fit the dictionary of the chart's developers; with another one etl fails, and guppy does not start without its indices.",
  fix: `Set ${MAPPINGS} to what the explorer shall show of your dictionary, and ${INDICES} to its names`,
};

const NO_INDEX: Problem = {
  severity: 'error',
  key: INDICES,
  what: `${INDICES} names no index`,
  why: 'Guppy refuses to start without any.',
  fix: `Set ${INDICES} to the names that ${MAPPINGS} has, e.g. [{ index: heart_subject, type: subject }]`,
};

/**
 * Guppy reads the mapping of each of its indices when it starts, and ends when one does not exist (`guppy:src/server/es/index.js`,
 * `gen3-helm:docs/CONFIGURATION.md`). Etl makes an index for each of its mappings, with its name (`gen3-helm:helm/etl/values.yaml`).
 */
export const guppyIndices: PreflightCheck = {
  id: 'guppy-indices',
  title: 'The explorer has what it searches',
  run({ subject }) {
    if (!hasService(subject, 'guppy')) return 'not-applicable';
    const { values } = subject;
    const engine = searchEngineProblems(subject, {
      service: 'guppy',
      key: 'guppy.esEndpoint',
      fallback: 'gen3-elasticsearch-master:9200',
    });
    const hasEtl = hasService(subject, 'etl');
    return [...engine, ...findInIndices(values), ...whoRunsEtl(values, hasEtl)];
  },
};

function whoRunsEtl(values: JsonObject, hasEtl: boolean): Problem[] {
  if (!hasEtl) return [NO_ETL];
  const key = 'etl.suspendCronjob';
  const runs = valueAt(values, key) !== undefined && !isSet(values, key);
  return runs ? [] : [BY_HAND];
}

/** Texts of a list of maps at one of their keys; undefined when there is no list. */
function namesIn(
  values: JsonObject,
  { path, key }: { path: string; key: string },
): string[] | undefined {
  const list = valueAt(values, path);
  if (!Array.isArray(list)) return undefined;
  return list
    .map(each => (isMap(each) ? each[key] : undefined))
    .filter(name => typeof name === 'string');
}

function findInIndices(values: JsonObject): Problem[] {
  const indices = namesIn(values, { path: INDICES, key: 'index' });
  const mappings = namesIn(values, { path: MAPPINGS, key: 'name' });
  if (valueAt(values, INDICES) !== undefined && !indices?.length) {
    return [NO_INDEX];
  }
  if (!indices && !mappings) return [ONLY_EXAMPLES];
  const made = new Set(mappings ?? EXAMPLES);
  const missing = (indices ?? EXAMPLES).filter(name => !made.has(name));
  return missing.length > 0 ? [notMade(missing, [...made])] : [];
}

function notMade(missing: string[], made: string[]): Problem {
  return {
    severity: 'warning',
    key: INDICES,
    what: `Guppy reads indices that etl does not make: ${missing.join(
      ', ',
    )} (etl makes ${made.join(', ') || 'none'})`,
    why: 'Guppy stops as long as one of its indices does not exist.',
    fix: `Give ${INDICES} and ${MAPPINGS} the same names, unless something else makes these indices`,
    about: missing,
  };
}
