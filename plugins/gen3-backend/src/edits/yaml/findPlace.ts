import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { YamlEditError } from './YamlEditError';

/** Where a key of a document would be written. */
export type YamlPlace =
  /** It is there; what is between `from` and `to` is its value. */
  | { kind: 'value'; node: unknown; from: number; to: number }
  /** Its map is there, or one above it; `missing` are the keys from there. Undefined: the document is empty. */
  | { kind: 'missing'; map: YAMLMap | undefined; missing: string[] }
  /** Something without a value is on the way, and becomes a map; `missing` are the keys below. */
  | { kind: 'empty'; pair: Pair; missing: string[] };

/** @throws YamlEditError when something on the way is no map, or a map that is written elsewhere (an alias). */
export function findPlace(
  document: Document.Parsed,
  path: readonly string[],
): YamlPlace {
  let at: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    if (depth === 0 && isEmpty(at)) {
      return { kind: 'missing', map: undefined, missing: [...path] };
    }
    if (!isMap(at)) throw notAMap(path.slice(0, depth), at);
    const pair = pairOf(at, key);
    if (!pair) return { kind: 'missing', map: at, missing: path.slice(depth) };
    const below = path.slice(depth + 1);
    if (isEmpty(pair.value)) return { kind: 'empty', pair, missing: below };
    at = pair.value;
  }
  if (isMap(at)) {
    throw new YamlEditError(`"${path.join('.')}" is a map and not a value`);
  }
  const range = isScalar(at) || isAlias(at) ? at.range ?? undefined : undefined;
  if (!range) {
    throw new YamlEditError(`"${path.join('.')}" is a list and not a value`);
  }
  return { kind: 'value', node: at, from: range[0], to: range[1] };
}

/** Of equal keys the last one counts, as in Helm. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.findLast(
    pair => isScalar(pair.key) && String(pair.key.value) === key,
  );
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function notAMap(path: readonly string[], node: unknown): YamlEditError {
  const name = path.length === 0 ? 'the file' : `"${path.join('.')}"`;
  return new YamlEditError(
    isAlias(node)
      ? `${name} is an alias of a map that is written elsewhere: write it out first`
      : `${name} is no map`,
  );
}
