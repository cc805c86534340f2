/** What is said of many measurements of one thing, all in the unit of the measurements. */
export interface Summary {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/**
 * The smallest measurement that at least `percent` of all measurements do not exceed (nearest rank, no interpolation).
 *
 * @throws RangeError when there are no measurements, or `percent` is not in (0, 100].
 */
export function percentile(values: readonly number[], percent: number): number {
  if (!(percent > 0 && percent <= 100)) {
    throw new RangeError(`percent must be over 0 and at most 100: ${percent}`);
  }
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.ceil((percent / 100) * sorted.length) - 1];
  if (value === undefined) {
    throw new RangeError('There are no measurements');
  }
  return value;
}

/** @throws RangeError when there are no measurements. */
export function summarise(values: readonly number[]): Summary {
  return {
    count: values.length,
    p50: percentile(values, 50),
    p95: percentile(values, 95),
    p99: percentile(values, 99),
    max: percentile(values, 100),
  };
}
