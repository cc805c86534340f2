import { splitLines } from '../preflight/secrets/lines';

/** Lines that the longest private keys have, and some more. */
const MAX_KEY_LINES = 200;

/**
 * Lines that hold secrets, with all lines of the private keys that begin in one of them: what finds secrets knows a key by its first line.
 *
 * @param lines - counted from 1
 */
export function withWholeKeys(
  text: string,
  lines: Iterable<number>,
): ReadonlySet<number> {
  const whole = new Set(lines);
  const all = splitLines(text);
  for (const first of [...whole]) {
    const [line = '', ...rest] = all.slice(first - 1, first + MAX_KEY_LINES);
    const end =
      line.includes('-----BEGIN ') && !line.includes('-----END ')
        ? rest.findIndex(each => each.includes('-----END '))
        : -1;
    for (let at = 0; at <= end; at += 1) whole.add(first + at + 1);
  }
  return whole;
}
