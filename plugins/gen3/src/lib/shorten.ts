/** The beginning of a text, to a word's end where one is near, and `…` in place of the rest; a short text as it is. */
export function shorten(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const start = text.slice(0, maxLength - 1);
  const lastGap = start.search(/\s\S{0,30}$/);
  return `${lastGap > 0 ? start.slice(0, lastGap) : start}…`;
}
