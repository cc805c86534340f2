/**
 * A text as code in one line of Markdown: nothing in it is markup, and no host makes links or mentions of it.
 *
 * @example
 * asCode('a `b`'); // "`a 'b'`"
 */
export function asCode(text: string): string {
  const line = text
    .replace(/`/g, "'")
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  // Two backticks with nothing between them would begin code that ends who knows where.
  return line === '' ? '_nothing_' : `\`${line}\``;
}
