import { isRoundDue } from './isRoundDue';

const AS_OF = '2026-11-22T10:00:00.000Z';

describe('isRoundDue', () => {
  it.each([
    ['the next round is in the future', '2026-11-22T10:00:20.000Z', false],
    ['it is due now', AS_OF, true],
    ['it has been due for seconds', '2026-11-22T09:59:55.000Z', true],
    ['nobody has taken it up for a minute', '2026-11-22T09:59:00.000Z', false],
    ['no round is planned', undefined, false],
  ])('%s', (_, nextCheckAt, due) => {
    expect(isRoundDue({ refreshing: false, nextCheckAt, asOf: AS_OF })).toBe(
      due,
    );
  });

  it('is not due any more once it is under way', () => {
    expect(
      isRoundDue({ refreshing: true, nextCheckAt: AS_OF, asOf: AS_OF }),
    ).toBe(false);
  });
});
