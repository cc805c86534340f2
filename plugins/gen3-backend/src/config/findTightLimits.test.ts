import { findTightLimits } from './findTightLimits';

describe('findTightLimits', () => {
  it.each([
    ['the defaults', 400, 4, 100],
    ['more places than are needed', 8192, 4, 100],
    ['fewer places, when each host gets fewer', 200, 2, 100],
  ])(
    'finds that %s fit',
    (_label, maxConcurrent, maxPerHost, maxConcurrentCommons) => {
      expect(
        findTightLimits({ maxConcurrent, maxPerHost, maxConcurrentCommons }),
      ).toBeUndefined();
    },
  );

  it('tells how many places are needed, and how many commons that hang are too many', () => {
    expect(
      findTightLimits({
        maxConcurrent: 399,
        maxPerHost: 64,
        maxConcurrentCommons: 100,
      }),
    ).toEqual({
      'gen3.http.maxConcurrent': 399,
      'gen3.health.maxConcurrentCommons': 100,
      needed: 400,
      hangingCommonsThatAreTooMany: 100,
    });
  });
});
