import { parseQuantity } from './parseQuantity';

describe('parseQuantity', () => {
  it.each([
    ['250m', 0.25],
    ['0.2', 0.2],
    [1, 1],
    ['128Mi', 134_217_728],
    ['4096Mi', 4_294_967_296],
    ['2Gi', 2_147_483_648],
    ['1G', 1_000_000_000],
  ])('reads %j', (quantity, expected) => {
    expect(parseQuantity(quantity)).toBe(expected);
  });

  it.each([undefined, null, '', 'a lot', '1 Gi', '1XB', '1constructor'])(
    'knows that %j is none',
    quantity => {
      expect(parseQuantity(quantity)).toBeUndefined();
    },
  );
});
