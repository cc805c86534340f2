import { isFree, isKnown, knownKeys } from './knownKeys';

const known = knownKeys({
  global: { dev: true, aws: { enabled: false }, topologySpread: {} },
  fence: {
    global: { dev: true, aws: { region: 'us-east-1' }, minAvailable: 1 },
    image: { tag: '' },
    FENCE_CONFIG: { DEBUG: false },
  },
});

describe('knownKeys', () => {
  it('takes the globals of all sub-charts together', () => {
    expect(known.global).toMatchObject({
      dev: true,
      aws: { enabled: false, region: 'us-east-1' },
      minAvailable: 1,
    });
  });

  it('adds what templates read without a default, where the chart has the map', () => {
    expect(known.global).toMatchObject({
      fenceURL: null,
      aws: { account: null },
    });
    expect(known.fence).toMatchObject({ jwtKeys: null });
    expect(known).not.toHaveProperty('wts');
    // An empty map takes any key.
    expect(known.global).toMatchObject({ topologySpread: {} });
  });

  it('knows what every sub-chart takes', () => {
    expect(isKnown(['fence', 'extraLabels'], {})).toBe(true);
    expect(isKnown(['global', 'extraLabels'], {})).toBe(false);
    expect(isKnown(['fence', 'image', 'extraLabels'], {})).toBe(false);
  });
});

describe('isFree', () => {
  it.each([
    ['an empty map', ['guppy', 'autoscaling'], {}],
    ['no map', ['fence', 'jwtKeys'], null],
    ['a configuration', ['fence', 'FENCE_CONFIG'], { DEBUG: false }],
    ['resources', ['fence', 'resources'], { limits: {} }],
    ['annotations', ['audit', 'serviceAccount', 'annotations'], { a: '' }],
    ['a chart of others', ['postgresql'], { primary: {} }],
    ['globals below a sub-chart', ['fence', 'global'], { dev: true }],
  ])('holds for %s', (_, path, map) => {
    expect(isFree(path, map)).toBe(true);
  });

  it('does not hold for a map with keys of the chart', () => {
    expect(isFree(['fence', 'image'], { tag: '' })).toBe(false);
    expect(isFree(['global'], { dev: true })).toBe(false);
  });
});
