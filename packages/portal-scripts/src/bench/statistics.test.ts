import { percentile, summarise } from './statistics';

const oneToHundred = Array.from({ length: 100 }, (_, index) => 100 - index);

describe('percentile', () => {
  it.each([
    [50, 50],
    [95, 95],
    [99, 99],
    [100, 100],
    [0.5, 1],
  ])(
    '%d %% of 1 to 100 are at most %d, in whatever order they came',
    (percent, value) => {
      expect(percentile(oneToHundred, percent)).toBe(value);
    },
  );

  it('is always a measurement, never something between two', () => {
    expect(percentile([1, 10], 50)).toBe(1);
    expect(percentile([1, 10], 51)).toBe(10);
  });

  it('of one measurement is that measurement', () => {
    expect(percentile([7], 95)).toBe(7);
  });

  it('compares numbers as numbers and leaves the list as it was', () => {
    const values = [9, 100, 20];

    expect(percentile(values, 100)).toBe(100);
    expect(values).toEqual([9, 100, 20]);
  });

  it('refuses to make up a number', () => {
    expect(() => percentile([], 50)).toThrow('There are no measurements');
    expect(() => percentile([1], 0)).toThrow(RangeError);
    expect(() => percentile([1], 101)).toThrow(RangeError);
    expect(() => percentile([1], Number.NaN)).toThrow(RangeError);
  });
});

describe('summarise', () => {
  it('names the usual percentiles and the slowest', () => {
    expect(summarise(oneToHundred)).toEqual({
      count: 100,
      p50: 50,
      p95: 95,
      p99: 99,
      max: 100,
    });
  });
});
