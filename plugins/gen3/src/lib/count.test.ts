import { createTranslate } from '../__testUtils__/createTranslate';
import { counted } from './count';

const t = createTranslate();

describe('counted', () => {
  it.each([
    [0, '0 services'],
    [1, '1 service'],
    [2, '2 services'],
    [1234, '1,234 services'],
  ])('says %d as "%s"', (amount, expected) => {
    expect(t('count.services', counted(amount))).toBe(expected);
  });

  it('knows that one commons is a commons', () => {
    expect(t('count.commons', counted(1))).toBe('1 commons');
    expect(t('count.commons', counted(5000))).toBe('5,000 commons');
  });
});
