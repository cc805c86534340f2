import { describeDiscovery } from './describeDiscovery';
import { judge } from './report';

const unchanged = {
  outcome: 'unchanged' as const,
  readMs: 10,
  totalMs: 20,
  mutations: 0,
};

const measured = {
  name: 'SQLite',
  cold: {
    run: {
      outcome: 'read' as const,
      readMs: 5_000,
      totalMs: 8_000,
      mutations: 1,
    },
    before: { memory: 400, peakMemory: 500, cpuSeconds: 20 },
    after: { memory: 600, peakMemory: 650, cpuSeconds: 26.5 },
  },
  runs: [unchanged, { ...unchanged, totalMs: 90 }],
  restart: { run: unchanged, published: 1 },
};

const figureOf = (
  input: Parameters<typeof describeDiscovery>[0],
  what: string,
) => describeDiscovery(input).find(figure => figure.what.includes(what));

describe('describeDiscovery', () => {
  it('meets every target on a good machine', () => {
    expect(describeDiscovery(measured).map(judge)).toEqual(
      Array(5).fill('met'),
    );
  });

  it('counts the slowest of the unchanged runs', () => {
    expect(figureOf(measured, 'unchanged, SQLite')).toMatchObject({
      value: 0.09,
      note: 'slowest of 2',
    });
  });

  it('counts a mutation of any unchanged run, also of the one after a restart', () => {
    const restart = { run: { ...unchanged, mutations: 1 }, published: 1 };

    expect(figureOf({ ...measured, restart }, 'mutations')).toMatchObject({
      value: 1,
      target: 0,
    });
  });

  it('says where the time of the first read went', () => {
    expect(figureOf(measured, 'cold')).toMatchObject({
      value: 8,
      note: 'git and files 5.0 s, store and catalog 3.0 s; 6.5 s CPU',
    });
  });

  it('says what memory discovery needs on top of the idle portal', () => {
    expect(figureOf(measured, 'memory')).toMatchObject({
      value: 250,
      note: 'idle 400 MB',
    });
  });

  it('has no number where the system does not tell memory', () => {
    const cold = { run: measured.cold.run };
    const figure = figureOf({ ...measured, cold }, 'memory');

    expect(figure && judge(figure)).toBe('not measured');
  });

  it("says what the catalog's own processing took, without a target", () => {
    const processed = {
      seconds: 100,
      use: { memory: 500, peakMemory: 900, cpuSeconds: 99 },
      entities: new Set(['a 1']),
    };
    const restart = { ...measured.restart, changed: 0 };
    const figures = describeDiscovery({ ...measured, processed, restart });

    expect(figures.slice(5)).toMatchObject([
      { value: 0, target: 0 },
      { value: 100 },
      { value: 500 },
    ]);
    expect(figures.slice(5).map(judge)).toEqual(['met', '', '']);
  });
});
