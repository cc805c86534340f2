import { countDifferences } from './catalogEntities';

describe('countDifferences', () => {
  const before = new Set(['a 1', 'b 1', 'c 1']);

  it('sees what changed, came and went, each once', () => {
    expect(countDifferences(before, new Set(['a 1', 'b 2', 'd 1']))).toBe(3);
  });

  it('sees nothing where nothing is', () => {
    expect(countDifferences(before, new Set(before))).toBe(0);
  });
});
