import { readYaml } from '@gen3-csoc/backstage-plugin-gen3-node';
import { Scalar } from 'yaml';

/** Quotes of a text in YAML. */
export type YamlQuote = "'" | '"';

/** How a scalar is written now; undefined: it is new. */
export type YamlStyle = Scalar.Type | undefined;

/**
 * Text of a scalar in the style of the one that it takes the place of. Quotes come where the text would not be read as text without them:
 * `2026.10` would be a number and `on` a boolean.
 *
 * @param options.quote - for texts that need quotes and have had none
 */
export function writeScalar(
  value: string | number | boolean,
  { style, quote }: { style: YamlStyle; quote: YamlQuote },
): string {
  if (style === Scalar.QUOTE_SINGLE) return quoted(String(value), "'");
  if (style === Scalar.QUOTE_DOUBLE) return quoted(String(value), '"');
  if (typeof value !== 'string') return String(value);
  return isPlain(value) ? value : quoted(value, quote);
}

function quoted(text: string, quote: YamlQuote): string {
  return quote === '"' ? JSON.stringify(text) : `'${text.replace(/'/g, "''")}'`;
}

/** A flow map has the same rules and more, so the text is tried in one. */
function isPlain(text: string): boolean {
  if (!/^[\w./-]+$/.test(text)) return false;
  const read = readYaml(`{ a: ${text} }`);
  if (!read.ok) return false;
  const [document] = read.documents;
  return (
    typeof document === 'object' &&
    document !== null &&
    'a' in document &&
    document.a === text
  );
}
