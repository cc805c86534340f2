/** Names that a sentence names; the rest is counted. */
const SHOWN = 3;

/** `a, b, c and 2 more`. */
export function listNames(names: string[]): string {
  const shown = names.slice(0, SHOWN).join(', ');
  const left = names.length - SHOWN;
  return left > 0 ? `${shown} and ${left} more` : shown;
}
