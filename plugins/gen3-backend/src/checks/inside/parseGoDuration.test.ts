import { parseGoDuration } from './parseGoDuration';

describe('parseGoDuration', () => {
  it.each([
    ['5m', 300_000],
    ['1h0m0s', 3_600_000],
    ['1.5h', 5_400_000],
    ['250ms', 250],
    ['0', 0],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });

  it.each(['', '5', 'm', '5 m', '1d', '-5m', 'soon'])(
    'takes "%s" for none',
    text => {
      expect(parseGoDuration(text)).toBeUndefined();
    },
  );
});
