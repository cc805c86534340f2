import { nearestName } from './nearestName';

describe('nearestName', () => {
  it.each([
    ['a letter is missing', 'organprd', 'organprod'],
    ['a letter is too many', 'organnprod', 'organprod'],
    ['letters are swapped', 'hubrpod', 'hubprod'],
    ['it is the name', 'hubprod', 'hubprod'],
    ['another is farther', 'hubprob', 'hubprod'],
  ])('finds what was meant when %s', (_, written, meant) => {
    const names = ['organprod', 'organnonprod', 'hubprod'];
    expect(nearestName(written, names)).toBe(meant);
  });

  it.each([
    ['nothing is near', 'imaging', ['organprod', 'hubprod']],
    ['names are short', 'ab', ['xy', 'ax']],
    ['there are no names', 'organprod', []],
    ['nothing was written', '', ['ab']],
  ])('finds none when %s', (_, written, names) => {
    expect(nearestName(written, names)).toBeUndefined();
  });
});
