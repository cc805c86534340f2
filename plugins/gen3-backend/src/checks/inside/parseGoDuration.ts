const UNITS_MS: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
};

const PART = /(\d{1,9}(?:\.\d{1,9})?)(ms|s|m|h)/g;
const WHOLE = /^(?:\d{1,9}(?:\.\d{1,9})?(?:ms|s|m|h))+$/;

/** Milliseconds of a duration as Go writes it, `1h30m` or `0`; undefined when it is none (`time.ParseDuration`). */
export function parseGoDuration(text: string): number | undefined {
  if (text === '0') return 0;
  if (!WHOLE.test(text)) return undefined;
  return [...text.matchAll(PART)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNITS_MS[unit],
    0,
  );
}
