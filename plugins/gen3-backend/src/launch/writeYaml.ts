import type { JsonValue } from '@backstage/types';
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  Scalar,
  visit,
} from 'yaml';
import { lintedOut } from './lintedOut';
import { WIDTH } from './yamlWidth';

/** Numbers as Go reads them, which Helm is written in, beside those of YAML 1.1. */
const NUMBER_OF_GO = /^[-+]?0[xob][0-9a-f_]+$/i;

/**
 * Writes YAML as a person would in a repository that is linted: the keys in the order given, comments above them, and no line
 * longer than yamllint's 80 columns unless a single word is. Where a text has such lines itself, a comment at the top says so to yamllint. Helm
 * reads YAML 1.1, so what is text here is in quotes where that takes it for something else, e.g. `off`.
 *
 * @param options.header - comment at the top, lines without `#`
 * @param options.comments - comments above top-level keys
 */
export function writeYaml(
  content: JsonValue,
  options: { header?: string[]; comments?: Record<string, string> } = {},
): string {
  const { header = [], comments = {} } = options;
  const document = new Document(content, { compat: 'yaml-1.1' });
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const comment = isScalar(key) ? comments[String(key.value)] : undefined;
      if (isScalar(key) && comment) {
        key.commentBefore = ` ${comment}`;
      }
    }
  }
  visit(document, {
    Scalar(role, scalar, path) {
      if (typeof scalar.value !== 'string') return;
      if (NUMBER_OF_GO.test(scalar.value)) {
        scalar.type = Scalar.QUOTE_SINGLE;
      } else if (scalar.value.includes('\n')) {
        // Folded it would be neither the JSON nor the YAML that it most often is.
        scalar.type = Scalar.BLOCK_LITERAL;
      } else if (role !== 'key' && isTooLong(scalar.value, columnOf(path))) {
        // On lines of its own it can be folded; beside its key, the first line would not be.
        scalar.type = Scalar.BLOCK_FOLDED;
      }
    },
  });
  const write = (lines: string[]) => {
    document.commentBefore = lines.map(line => ` ${line}`).join('\n') || null;
    return document.toString({
      lineWidth: WIDTH,
      singleQuote: true,
      directives: true,
    });
  };
  const rules = lintedOut(write(header));
  return write([
    ...header,
    ...rules.map(rule => `yamllint disable rule:${rule}`),
  ]);
}

/** Column in which a value begins: each map and list around it is two further in, and its key stands before it. */
function columnOf(path: readonly unknown[]): number {
  const depth = path.filter(isCollection).length;
  const pair = path[path.length - 1];
  const key = isPair(pair) && isNode(pair.key) ? String(pair.key) : undefined;
  return key === undefined
    ? 2 * depth
    : 2 * (depth - 1) + key.length + ': '.length;
}

/** Text with space around it cannot be folded and stay what it is. */
function isTooLong(text: string, column: number): boolean {
  return column + text.length > WIDTH && text === text.trim();
}
