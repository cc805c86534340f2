import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  Scalar,
} from 'yaml';
import { findSecrets } from '../preflight/secrets/findSecrets';
import { kindOfKey } from '../preflight/secrets/kindOfKey';
import { splitLines } from '../preflight/secrets/lines';
import { scanText } from '../preflight/secrets/scanText';
import { withWholeKeys } from './withWholeKeys';

/**
 * Lines of a file that hold secrets, counted from 1: those that look so, and in YAML all lines of a value that is a secret by its name, wherever it
 * stands (`client_secret: >-`, `name: DB_PASSWORD` with its `value` below).
 */
export function secretLinesOf(text: string): ReadonlySet<number> {
  const lines = scanText(text).map(({ line }) => line);
  return withWholeKeys(text, [...lines, ...linesOfValues(text)]);
}

function linesOfValues(text: string): number[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  const lineAt = (offset: number) => splitLines(text.slice(0, offset)).length;
  return documents.flatMap(findSecretValues).flatMap(({ range }) => {
    const [start, end] = range ?? [0, 0];
    const first = lineAt(start);
    // The end of a block is the beginning of the next line.
    const last = lineAt(Math.max(start, end - 1));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}

/** Values that are secrets as a whole. */
function findSecretValues(document: Document.Parsed): Scalar[] {
  // A template of Helm is no YAML: lines of it may look like secrets, and nothing else of it can be known.
  if (document.errors.length > 0) return [];
  const values = new Map<string, Scalar>();
  collectValues(document.contents, [], (path, value) =>
    values.set(path.join('.'), value),
  );
  const named = [...values].flatMap(([path, value]) =>
    isBlock(value) && kindOfKey(path.split('.').at(-1) ?? '') ? [value] : [],
  );
  const found = findSecrets(toJson(document)).flatMap(({ path, lines }) => {
    const value = values.get(path);
    // Lines of such a block are lines of the file, and were found as these.
    const hasLines = lines.length > 0 && value?.type === Scalar.BLOCK_LITERAL;
    return value && !hasLines ? [value] : [];
  });
  return [...named, ...found];
}

function isBlock({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_LITERAL || type === Scalar.BLOCK_FOLDED;
}

/** Nothing for a document that names the same part so often that it would become huge; the lines of its text are looked at all the same. */
function toJson(document: Document.Parsed): unknown {
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}

/** Calls back for each value, with the path that {@link findSecrets} has for it. */
function collectValues(
  node: unknown,
  path: string[],
  found: (path: string[], value: Scalar) => void,
): void {
  if (isScalar(node)) found(path, node);
  if (isSeq(node)) {
    node.items.forEach((item, at) =>
      collectValues(item, [...path, String(at)], found),
    );
  }
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? key.value : key;
      collectValues(value, [...path, String(name)], found);
    }
  }
}
