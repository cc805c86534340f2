/** Names for a sentence: `a, b and c`; of more than six, how many others there are. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > 6 ? names.slice(0, 5) : names;
  const others = names.length - shown.length;
  const parts = others > 0 ? [...shown, `${others} others`] : shown;
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
