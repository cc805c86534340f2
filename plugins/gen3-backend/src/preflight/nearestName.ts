/** Slips in one name that still let it be known. */
const MAX_SLIPS = 2;

/**
 * The name that somebody probably meant: the first of those that differ the least, by at most two letters that are missing, too many or
 * others, and by fewer than half of its letters. Undefined when none is near.
 */
export function nearestName(
  written: string,
  names: readonly string[],
): string | undefined {
  const [nearest] = names
    .map(name => ({ name, slips: slipsBetween(written, name) }))
    .filter(({ name, slips }) => slips <= MAX_SLIPS && slips * 2 < name.length)
    .sort((a, b) => a.slips - b.slips);
  return nearest?.name;
}

/** Levenshtein's distance: the fewest letters to put in, take out or replace. */
function slipsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...a].entries()) {
    let diagonal = line;
    const next = [line + 1];
    for (const [index, other] of [...b].entries()) {
      const above = row[index + 1] ?? 0;
      const left = next[index] ?? 0;
      const replaced = diagonal + (letter === other ? 0 : 1);
      next.push(Math.min(above + 1, left + 1, replaced));
      diagonal = above;
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
