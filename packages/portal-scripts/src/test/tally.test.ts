import { addUp, closingLine } from './tally';

describe('the closing line', () => {
  it('adds up what passed and what failed', () => {
    const total = addUp([
      { passed: 3, failed: 0 },
      { passed: 4, failed: 2 },
    ]);

    expect(closingLine(total)).toBe('7 passed, 2 failed');
  });
});
