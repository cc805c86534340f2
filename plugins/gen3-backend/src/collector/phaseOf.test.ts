import { phaseOf } from './phaseOf';

const kubernetes = { cluster: 'prod' };

describe('phaseOf', () => {
  it('is that of the cluster, and of the host where there is none', () => {
    const heart = phaseOf({ hostname: 'heart.example', kubernetes });
    expect(phaseOf({ hostname: 'lung.example', kubernetes })).toBe(heart);
    expect(phaseOf({ hostname: 'heart.example' })).not.toBe(heart);
    // A host that is named like a cluster is no part of it.
    expect(phaseOf({ hostname: 'prod' })).not.toBe(heart);
  });

  it('spreads a fleet evenly', () => {
    const tenths = new Array(10).fill(0);
    for (let host = 0; host < 1_000; host += 1) {
      const phase = phaseOf({ hostname: `commons-${host}.example` });
      tenths[Math.floor(phase * 10)] += 1;
    }
    expect(tenths).toHaveLength(10);
    expect(Math.min(...tenths)).toBeGreaterThan(60);
  });
});
