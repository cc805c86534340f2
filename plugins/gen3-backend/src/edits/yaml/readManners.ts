import { type Document, isMap, isScalar, Scalar, visit } from 'yaml';
import type { YamlManners } from './insertKeys';
import type { YamlQuote } from './writeScalar';

/** How a file is written, so that what is added to it looks the same. */
export function readManners(
  text: string,
  document: Document.Parsed,
): YamlManners & { quote: YamlQuote } {
  let single = 0;
  let double = 0;
  visit(document, {
    Scalar(_, { type }) {
      if (type === Scalar.QUOTE_SINGLE) single += 1;
      if (type === Scalar.QUOTE_DOUBLE) double += 1;
    },
  });
  return {
    eol: /\r\n/.test(text) ? '\r\n' : '\n',
    step: stepOf(text, document) ?? 2,
    quote: double > single ? '"' : "'",
  };
}

/** Columns of the first map in a map. */
function stepOf(text: string, document: Document.Parsed): number | undefined {
  if (!isMap(document.contents)) return undefined;
  const inner = document.contents.items
    .map(({ value }) => value)
    .find(value => isMap(value) && !value.flow && value.items.length > 0);
  const key = isMap(inner) ? inner.items[0]?.key : undefined;
  const start = isScalar(key) ? key.range?.[0] : undefined;
  if (start === undefined) return undefined;
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  return column > 0 ? column : undefined;
}
