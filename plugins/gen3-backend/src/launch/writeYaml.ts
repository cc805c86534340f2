import type { JsonValue } from '@backstage/types';
import { Document, isMap, isScalar, Scalar, visit } from 'yaml';

/** Columns that yamllint allows by default. */
const WIDTH = 80;

/**
 * Writes YAML as a person would in a repository that is linted: the keys in the order given, comments above them, and no line
 * longer than yamllint's 80 columns unless a single word is.
 *
 * @param options.header - comment at the top, lines without `#`
 * @param options.comments - comments above top-level keys
 */
export function writeYaml(
  content: JsonValue,
  options: { header?: string[]; comments?: Record<string, string> } = {},
): string {
  const { header = [], comments = {} } = options;
  const document = new Document(content);
  if (header.length > 0) {
    document.commentBefore = header.map(line => ` ${line}`).join('\n');
  }
  if (isMap(document.contents)) {
    for (const { key } of document.contents.items) {
      const comment = isScalar(key) ? comments[String(key.value)] : undefined;
      if (isScalar(key) && comment) {
        key.commentBefore = ` ${comment}`;
      }
    }
  }
  visit(document, {
    Pair(_, { key, value }, path) {
      if (isScalar(key) && isScalar(value)) {
        const depth = path.filter(isMap).length - 1;
        const column = 2 * depth + String(key.value).length + ': '.length;
        if (isLongWord(value.value, column)) {
          // A line with nothing but the word is the only way to keep to the width.
          value.type = Scalar.BLOCK_FOLDED;
        }
      }
    },
  });
  return document.toString({
    lineWidth: WIDTH,
    singleQuote: true,
    directives: true,
  });
}

function isLongWord(value: unknown, column: number): boolean {
  return (
    typeof value === 'string' &&
    column + value.length > WIDTH &&
    !/\s/.test(value)
  );
}
