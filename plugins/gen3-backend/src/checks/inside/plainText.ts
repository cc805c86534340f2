/** Names of objects have 253 characters at most, messages any number. */
const MAX_CHARACTERS = 500;

/**
 * What objects say of themselves is anybody's text: it is bounded, and control and formatting characters are out, which
 * databases refuse and pages must not obey.
 */
export function plainText(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length > MAX_CHARACTERS
    ? `${plain.slice(0, MAX_CHARACTERS)}...`
    : plain;
}
