import type { JsonObject } from '@backstage/types';
import {
  GEN3_SERVICES,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isFree, isKnown, knownKeys } from '../chart/knownKeys';
import { suggestKey } from '../chart/suggestKey';
import type { PreflightCheck, Problem } from '../types';
import { isMap } from '../valueAt';

/** Characters of a key that are shown. */
const MAX_KEY = 120;

/**
 * Keys that the chart does not know. It has no schema, so Helm takes them without a word (`gen3-helm:helm` has no `values.schema.json`). Never more than
 * a warning, also where one letter is wrong: a template may read a key that no default tells of.
 */
export const unknownKeys: PreflightCheck = {
  id: 'unknown-keys',
  title: 'The chart knows every value that is set',
  run({ subject, facts, registry }) {
    if (!facts.chart.known) return { notRun: facts.chart.why };
    const { defaults, revision } = facts.chart.value;
    const known = knownKeys(defaults);
    const own = ownServices(registry);
    const values = Object.fromEntries(
      Object.entries(subject.values).filter(([key]) => !own.has(key)),
    );
    return unknownIn(values, { path: [], known }).map(path =>
      toProblem(path, { known, revision }),
    );
  },
};

/** Top-level keys of services that the organisation declared itself (config `gen3.services`). */
function ownServices(registry: ServiceRegistry): Set<string> {
  return new Set(
    registry
      .all()
      .filter(service => !GEN3_SERVICES.includes(service))
      .flatMap(({ name, enabledBy, imageTagPath }) => [
        name,
        ...[enabledBy, imageTagPath].flatMap(path => path?.split('.')[0] ?? []),
      ]),
  );
}

/** Paths of what is not known; what is below such a key is not looked at. */
function unknownIn(
  values: JsonObject,
  { path, known }: { path: string[]; known: JsonObject },
): string[][] {
  return Object.entries(values).flatMap(([key, value]) => {
    const here = [...path, key];
    if (!isKnown(here, known)) return [here];
    const below = Object.hasOwn(known, key) ? known[key] : undefined;
    return isMap(value) && isMap(below) && !isFree(here, below)
      ? unknownIn(value, { path: here, known: below })
      : [];
  });
}

function toProblem(
  path: string[],
  { known, revision }: { known: JsonObject; revision: string },
): Problem {
  const key = path.join('.').slice(0, MAX_KEY);
  const meant = suggestKey(path, known);
  const own =
    path.length === 1
      ? ', or declare it in gen3.services when it is a service of your own'
      : '';
  return {
    severity: 'warning',
    key,
    what: `The chart does not know ${key}${
      meant ? `; did you mean ${meant}?` : ''
    }`,
    why: 'Nothing reads it, so what it says does not happen, and Helm does not complain.',
    fix: meant
      ? `Write ${meant} instead, or remove ${key}`
      : `Remove ${key}, or look its name up in the values of the chart (${revision})${own}`,
  };
}
