import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['4', 4],
    ['500m', 0.5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['2Gi', 2_147_483_648],
    ['128974848', 128_974_848],
    ['129e6', 129_000_000],
    ['129M', 129_000_000],
    ['10k', 10_000],
  ])('reads %p', (text, value) => {
    expect(parseQuantity(text)).toBeCloseTo(value);
  });

  it.each(['', 'much', '4 Gi', '4GiB', 'NaN', 'Infinity', '1'.repeat(99)])(
    'takes %p for none',
    text => {
      expect(parseQuantity(text)).toBeUndefined();
    },
  );
});
