import { isMap, isNode, isSeq, type Pair, type YAMLMap } from 'yaml';
import { YamlEditError } from './YamlEditError';

/** How a file is written. */
export interface YamlManners {
  /** Line ending. */
  eol: string;
  /** Columns of one level. */
  step: number;
}

/** Adds keys that are missing at the end of a map, in the manner of the file. */
export function insertIntoMap(options: {
  text: string;
  map: YAMLMap;
  /** The first one is of the map, each other one below that before it. */
  keys: readonly string[];
  /** The value as it is written. */
  scalar: string;
  manners: YamlManners;
}): string {
  const { text, map, keys, scalar, manners } = options;
  if (map.flow) return insertIntoFlow(text, map, `${inFlow(keys, scalar)}`);
  const at = lineAfter(text, endOf(map));
  const lines = blockOf({ keys, scalar, indent: indentOf(text, map), manners });
  return splice(text, at, lines, manners.eol);
}

/** Adds keys at the end of a document that has none. */
export function insertIntoEmpty(options: {
  text: string;
  keys: readonly string[];
  scalar: string;
  manners: YamlManners;
}): string {
  const { text, manners } = options;
  const lines = blockOf({ ...options, indent: 0 });
  return splice(text, text.length, lines, manners.eol);
}

/** Gives a key that has no value one: the scalar itself, or a map that leads to it. */
export function fillPair(options: {
  text: string;
  pair: Pair;
  keys: readonly string[];
  scalar: string;
}): string {
  const { text, pair, keys, scalar } = options;
  const written = keys.length === 0 ? scalar : `{ ${inFlow(keys, scalar)} }`;
  const [from = 0, to = 0] = rangeOf(pair.value);
  if (to > from) return text.slice(0, from) + written + text.slice(to);
  const colon = text.indexOf(':', rangeOf(pair.key)[1]);
  if (colon < 0) throw unusual();
  return `${text.slice(0, colon + 1)} ${written}${text.slice(colon + 1)}`;
}

function insertIntoFlow(text: string, map: YAMLMap, written: string): string {
  const last = map.items.at(-1);
  const [from, to] = rangeOf(map);
  if (!last) return `${text.slice(0, from)}{ ${written} }${text.slice(to)}`;
  const at = Math.max(rangeOf(last.key)[1], rangeOf(last.value)[1]);
  return `${text.slice(0, at)}, ${written}${text.slice(at)}`;
}

function inFlow(keys: readonly string[], scalar: string): string {
  return [...keys]
    .reverse()
    .reduce(
      (inner, key, index) =>
        index === 0 ? `${key}: ${inner}` : `${key}: { ${inner} }`,
      scalar,
    );
}

function blockOf(options: {
  keys: readonly string[];
  scalar: string;
  indent: number;
  manners: YamlManners;
}): string {
  const { keys, scalar, indent, manners } = options;
  return keys
    .map((key, depth) => {
      const value = depth === keys.length - 1 ? ` ${scalar}` : '';
      return `${' '.repeat(indent + depth * manners.step)}${key}:${value}`;
    })
    .join(manners.eol);
}

/** A file without a line ending at its end keeps that, too. */
function splice(text: string, at: number, lines: string, eol: string): string {
  const before = text.slice(0, at);
  return before === '' || before.endsWith('\n')
    ? `${before}${lines}${eol}${text.slice(at)}`
    : `${before}${eol}${lines}${text.slice(at)}`;
}

function indentOf(text: string, map: YAMLMap): number {
  const [start] = rangeOf(map.items[0]?.key);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (line.trim() !== '') throw unusual();
  return line.length;
}

/** Where the content of a node ends, without the comments behind it. */
function endOf(node: unknown): number {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1);
    return Math.max(rangeOf(last?.key)[1], endOf(last?.value));
  }
  if (isSeq(node) && !node.flow) return endOf(node.items.at(-1));
  return rangeOf(node)[1];
}

/** The beginning of the line after that at which a content ends; a block scalar ends there itself. */
function lineAfter(text: string, end: number): number {
  if (text[end - 1] === '\n') return end;
  const eol = text.indexOf('\n', end);
  return eol < 0 ? text.length : eol + 1;
}

function rangeOf(node: unknown): readonly [number, number] {
  const range = isNode(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : [0, 0];
}

function unusual(): YamlEditError {
  return new YamlEditError(
    'it is written in a way that the portal cannot add to',
  );
}
