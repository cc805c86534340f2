import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  Scalar,
} from 'yaml';

/** Lines, from 1, of what a YAML document says. A key is a path such as `spec.sources[0].path`; the empty one is the whole. */
export interface YamlLines {
  /** Line of a key, or of an element of a list. */
  of(key: string): number | undefined;
  /** Line of a key, or of the nearest one around it when it is missing. */
  near(key: string): number | undefined;
  /** Lines of all keys of the maps below a key, by their paths from there. */
  below(key: string): Record<string, number>;
  /**
   * Line above a text that stands in the document line by line (`|`): its nth line is n lines further down. Undefined for
   * a text that is written in another way.
   */
  aboveText(key: string): number | undefined;
  /** The lines of a part of the document, with keys that begin there. */
  within(key: string): YamlLines;
}

/** Looks up the lines of a document when they are asked for. */
export function createYamlLines(
  document: Document.Parsed,
  counter: LineCounter,
  root = '',
): YamlLines {
  const lineAt = (offset: number | undefined) =>
    offset === undefined
      ? undefined
      : counter.linePos(offset).line || undefined;
  const find = (key: string) => findNode(document, `${root}.${key}`);
  return {
    of: key => {
      const { found, start } = find(key);
      return found ? lineAt(start) : undefined;
    },
    near: key => lineAt(find(key).start),
    below: key => {
      const { found, node } = find(key);
      const starts = found ? startsBelow(node, '') : [];
      return Object.fromEntries(
        starts.flatMap(([path, start]) => {
          const line = lineAt(start);
          return line === undefined ? [] : [[path, line]];
        }),
      );
    },
    aboveText: key => {
      const { found, node } = find(key);
      return found && isScalar(node) && node.type === Scalar.BLOCK_LITERAL
        ? lineAt(startOf(node))
        : undefined;
    },
    within: key => createYamlLines(document, counter, `${root}.${key}`),
  };
}

/** The node of a key, or the last one on the way to it. */
function findNode(
  document: Document.Parsed,
  key: string,
): { found: boolean; start?: number; node: unknown } {
  let node: unknown = document.contents;
  let start = startOf(node);
  for (const part of key.match(/[^.[\]]+/g) ?? []) {
    if (isMap(node)) {
      // Of equal keys the last one counts.
      const pair = node.items.findLast(each => String(each.key) === part);
      if (!pair) return { found: false, start, node };
      start = startOf(pair.key);
      node = pair.value;
    } else if (isSeq(node) && node.items[Number(part)]) {
      node = node.items[Number(part)];
      start = startOf(node);
    } else {
      return { found: false, start, node };
    }
    if (isAlias(node)) node = node.resolve(document);
  }
  return { found: true, start, node };
}

function startsBelow(
  node: unknown,
  above: string,
): [string, number | undefined][] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const path = above === '' ? String(key) : `${above}.${key}`;
    return [[path, startOf(key)], ...startsBelow(value, path)];
  });
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
