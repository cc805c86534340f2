/** Levels of maps and lists; values that people write have about ten. */
const MAX_DEPTH = 100;

/** What a value may weigh once every alias is written out: each part counts 1, and a text its length. */
const MAX_WEIGHT = 20_000_000;

/**
 * Says what keeps a parsed text from being walked through safely, or undefined. An alias of YAML may contain itself, and a
 * few lines may stand for more than the memory holds; deep nesting ends in an overflow of the stack.
 */
export function complainAboutShape(value: unknown): string | undefined {
  const measured = measure(value, 0, new Map());
  if (measured.depth > MAX_DEPTH) {
    return `nesting of more than ${MAX_DEPTH} levels, or an alias that contains itself`;
  }
  return measured.weight > MAX_WEIGHT
    ? 'aliases that stand for far too much text'
    : undefined;
}

interface Measure {
  /** Levels below; more than `MAX_DEPTH` where counting was given up. */
  depth: number;
  weight: number;
}

/** What several aliases name is one object, and measured once. */
function measure(
  value: unknown,
  above: number,
  known: Map<object, Measure>,
): Measure {
  if (typeof value === 'string') return { depth: 0, weight: 1 + value.length };
  if (typeof value !== 'object' || value === null) {
    return { depth: 0, weight: 1 };
  }
  const before = known.get(value);
  if (before) return before;
  const total = { depth: 1, weight: 1 };
  if (above > MAX_DEPTH) return { depth: MAX_DEPTH + 1, weight: 1 };
  for (const [key, each] of Object.entries(value)) {
    const part = measure(each, above + 1, known);
    total.depth = Math.max(total.depth, part.depth + 1);
    total.weight += part.weight + key.length;
    if (total.depth > MAX_DEPTH) break;
  }
  known.set(value, total);
  return total;
}
