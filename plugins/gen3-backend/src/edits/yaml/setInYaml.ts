import {
  MAX_YAML_LENGTH,
  readYaml,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { isDeepStrictEqual } from 'node:util';
import { type Document, isScalar, parseDocument } from 'yaml';
import { findPlace } from './findPlace';
import { fillPair, insertIntoEmpty, insertIntoMap } from './insertKeys';
import { readManners } from './readManners';
import { setAt } from './setAt';
import type { YamlSetting } from './types';
import { writeScalar } from './writeScalar';
import { YamlEditError } from './YamlEditError';

/**
 * Sets keys of a YAML text and touches nothing else: comments, order, quotes, line endings and what is odd about the file stay, because only
 * the values themselves are replaced and missing keys added. (Writing the parsed document anew would indent and fold other lines.) Equal
 * input gives equal text, and settings that hold already change nothing.
 *
 * @throws YamlEditError when it cannot be done so; the text after is read once more, and has to say what was meant and nothing else.
 */
export function setInYaml(
  text: string,
  settings: readonly YamlSetting[],
): string {
  const before = valuesOf(text);
  const open = settings.filter(
    ({ path, value }) => !holds(before, path, value),
  );
  const after = insertMissing(replaceValues(text, open), open);
  const expected = open.reduce(
    (values, { path, value }) => setAt(values, path, like(before, path, value)),
    before,
  );
  if (!isDeepStrictEqual(valuesOf(after), expected)) {
    throw new YamlEditError(
      'other values would change with it: an anchor of it is used elsewhere, or it is written in an unusual way',
    );
  }
  return after;
}

/** All values that are there, from a single reading: large files take long to parse. */
function replaceValues(text: string, settings: readonly YamlSetting[]): string {
  const document = parse(text);
  const { quote } = readManners(text, document);
  return settings
    .flatMap(({ path, value }) => {
      const place = findPlace(document, path);
      if (place.kind !== 'value') return [];
      const style = isScalar(place.node) ? place.node.type : undefined;
      return [{ ...place, scalar: writeScalar(value, { style, quote }) }];
    })
    .sort((a, b) => b.from - a.from)
    .reduce(
      (written, { from, to, scalar }) =>
        written.slice(0, from) + scalar + written.slice(to),
      text,
    );
}

/** One after the other: each may be below what the one before has added. */
function insertMissing(text: string, settings: readonly YamlSetting[]): string {
  let written = text;
  let document = parse(written);
  for (const { path, value } of settings) {
    const place = findPlace(document, path);
    if (place.kind !== 'value') {
      const manners = readManners(written, document);
      const scalar = writeScalar(value, { style: undefined, ...manners });
      const added = { text: written, keys: place.missing, scalar, manners };
      if (place.kind === 'empty') {
        written = fillPair({ ...added, pair: place.pair });
      } else {
        written = place.map
          ? insertIntoMap({ ...added, map: place.map })
          : insertIntoEmpty(added);
      }
      document = parse(written);
    }
  }
  return written;
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    merge: true,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
}

function valuesOf(text: string): Record<string, unknown> {
  if (text.length > MAX_YAML_LENGTH) {
    throw new YamlEditError(`it has more than ${MAX_YAML_LENGTH} characters`);
  }
  const read = readYaml(text);
  if (!read.ok) {
    throw new YamlEditError(
      `it is not valid YAML: ${read.message}${
        read.line === undefined ? '' : ` (line ${read.line})`
      }`,
    );
  }
  if (read.documents.length > 1) {
    throw new YamlEditError('it has several documents, and Helm reads one');
  }
  const [values] = read.documents;
  if (values === undefined) return {};
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new YamlEditError('it is no map of values');
  }
  return { ...values };
}

function holds(
  values: unknown,
  path: readonly string[],
  wanted: YamlSetting['value'],
): boolean {
  return valueAt(values, path) === wanted;
}

/** A number in quotes stays in quotes. */
function like(
  values: unknown,
  path: readonly string[],
  wanted: YamlSetting['value'],
): YamlSetting['value'] {
  return typeof valueAt(values, path) === 'string' ? String(wanted) : wanted;
}

function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? new Map<string, unknown>(Object.entries(at)).get(key)
        : undefined,
    values,
  );
}
