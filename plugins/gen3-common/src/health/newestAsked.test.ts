import { resultOf } from '../testing/checkStates';
import { newestAsked } from './newestAsked';

describe('newestAsked', () => {
  it('is the time of the newest result that came of a question, whatever it found', () => {
    const results = [
      resultOf('up', { round: 1 }),
      resultOf('unknown', { round: 2 }),
      // These made the data of a commons that nobody had asked look fresh.
      resultOf('unknown', { round: 3, cause: 'cancelled' }),
      resultOf('unknown', { round: 4, cause: 'never-asked' }),
    ];
    expect(newestAsked(results)).toBe(
      resultOf('unknown', { round: 2 }).checkedAt,
    );
  });

  it('is nothing when nobody was asked', () => {
    expect(newestAsked([])).toBeUndefined();
    expect(
      newestAsked([resultOf('unknown', { cause: 'cancelled' })]),
    ).toBeUndefined();
  });
});
