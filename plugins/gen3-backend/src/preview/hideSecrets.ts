import type { JsonObject, JsonValue } from '@backstage/types';
import { createHmac, randomBytes } from 'node:crypto';
import { findSecrets } from '../preflight/secrets/findSecrets';
import { mapLines } from '../preflight/secrets/lines';
import { isMap } from '../preflight/valueAt';
import { withWholeKeys } from './withWholeKeys';

/** In place of what nobody should see. */
export const HIDDEN = '<hidden>';

/** In place of it where it changes. */
export const HIDDEN_CHANGED = '<hidden, changed>';

/** Of this process alone: fingerprints of another are of no use, and a list of passwords neither. */
const KEY = randomBytes(32);

/** A body without its secrets, and all its leaves by path. */
export interface HiddenBody {
  body: JsonObject;
  leaves: Map<string, string>;
}

/** What nobody should see, by path: the lines of a text, or all of it when there are none. */
type HiddenPlaces = ReadonlyMap<string, readonly number[]>;

/**
 * Hides what is in a Secret, what elsewhere is a secret by its look or its name, and checksums, which are of files with secrets as a rule
 * (`gen3-helm:helm/fence/templates/fence-deployment.yaml`).
 */
export function hideSecrets(object: JsonObject): HiddenBody {
  const leaves = new Map<string, string>();
  const isSecret = object.kind === 'Secret';
  const places = findPlaces(object);
  const visit = (
    value: JsonValue | undefined,
    path: string,
    isHidden: boolean,
  ): JsonValue => {
    if (Array.isArray(value)) {
      return value.map((item, at) => visit(item, `${path}.${at}`, isHidden));
    }
    if (isMap(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          visit(
            inner,
            `${path}.${key}`,
            isHidden ||
              key.startsWith('checksum/') ||
              (isSecret && path === '' && /^(data|stringData)$/.test(key)),
          ),
        ]),
      );
    }
    const lines = places.get(path);
    if (!isHidden && !lines) {
      leaves.set(path, JSON.stringify(value ?? null));
      return value ?? null;
    }
    const isCoded = isSecret && path.startsWith('.data.');
    fingerprintsOf(value, isCoded).forEach((print, at) =>
      leaves.set(`${path}#${at}`, print),
    );
    return isHidden || !lines ? HIDDEN : hideLines(value, lines);
  };
  const body = visit(object, '', false);
  return { body: isMap(body) ? body : {}, leaves };
}

function findPlaces(object: JsonObject): HiddenPlaces {
  const places = new Map<string, readonly number[]>();
  // All of a Secret is hidden anyway.
  if (object.kind === 'Secret') return places;
  for (const { path, lines } of findSecrets(object)) {
    const earlier = places.get(`.${path}`);
    const isWhole = lines.length === 0 || earlier?.length === 0;
    places.set(`.${path}`, isWhole ? [] : [...(earlier ?? []), ...lines]);
  }
  return places;
}

/** Lines are counted from 1. */
function hideLines(value: JsonValue | undefined, lines: readonly number[]) {
  if (typeof value !== 'string' || lines.length === 0) return HIDDEN;
  const hidden = withWholeKeys(value, lines);
  return mapLines(value, (line, at) => (hidden.has(at) ? HIDDEN : line));
}

/** A body with a mark at those hidden values that change. */
export function markChanged(
  body: JsonObject,
  changed: ReadonlySet<string>,
): JsonObject {
  const paths = new Set([...changed].map(path => path.replace(/#\d+$/, '')));
  const visit = (value: JsonValue | undefined, path: string): JsonValue => {
    if (Array.isArray(value)) {
      return value.map((item, at) => visit(item, `${path}.${at}`));
    }
    if (isMap(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [
          key,
          visit(inner, `${path}.${key}`),
        ]),
      );
    }
    return value === HIDDEN && paths.has(path) ? HIDDEN_CHANGED : value ?? null;
  };
  const marked = visit(body, '');
  return isMap(marked) ? marked : body;
}

/** One for each line, because some files have a line that the chart makes up anew each time. */
function fingerprintsOf(value: JsonValue | undefined, isCoded: boolean) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = isCoded ? Buffer.from(text, 'base64').toString('latin1') : text;
  return plain
    .split('\n')
    .map(line => createHmac('sha256', KEY).update(line).digest('hex'));
}
