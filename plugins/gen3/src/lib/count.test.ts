import { count, countCommons } from './count';

describe('count', () => {
  it.each([
    [0, '0 services'],
    [1, '1 service'],
    [2, '2 services'],
    [1234, '1,234 services'],
  ])('says %d as "%s"', (amount, expected) => {
    expect(count(amount, 'service', 'services')).toBe(expected);
  });

  it('knows that one commons is a commons', () => {
    expect(countCommons(1)).toBe('1 commons');
    expect(countCommons(5000)).toBe('5,000 commons');
  });
});
