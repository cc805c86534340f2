import { describeInside, InsideRun } from './describeInside';
import { judge } from './report';

const use = { memory: 500, peakMemory: 700, cpuSeconds: 100 };

const usual: InsideRun = {
  ages: [10_000, 30_000, 50_000],
  toClusters: 24_000,
  toCommons: 60_000,
  seconds: 240,
  before: use,
  after: { memory: 600, peakMemory: 800, cpuSeconds: 220 },
};

const runs = {
  name: 'SQLite',
  idle: use,
  busy: { ...use, memory: 800 },
  usual,
  disturbed: usual,
};

const verdicts = (changed: Partial<typeof runs>) =>
  describeInside({ ...runs, ...changed }).map(judge);

describe('describeInside', () => {
  it('tells requests, the oldest card, memory and lag with what they are made of', () => {
    expect(describeInside(runs)).toMatchObject([
      {
        value: 100,
        note: 'and 250 to the commons; portal 50 % of one processor',
      },
      { value: 50, unit: 's', note: 'mean 30.0, p95 50.0 s; 3 cards' },
      { value: 300, unit: 'MB', note: 'idle 500 MB; peak with garbage 800 MB' },
      { value: 0, unit: '%' },
    ]);
    expect(verdicts({})).toEqual(Array(4).fill('met'));
  });

  it('misses a target by too many requests, an old card, much memory or others that have to wait', () => {
    expect(verdicts({ usual: { ...usual, toClusters: 60_000 } })[0]).toBe(
      'MISSED',
    );
    expect(verdicts({ usual: { ...usual, ages: [121_000] } })[1]).toBe(
      'MISSED',
    );
    expect(verdicts({ idle: { ...use, memory: 300 } })[2]).toBe('MISSED');
    expect(verdicts({ disturbed: { ...usual, ages: [40_000] } })[3]).toBe(
      'MISSED',
    );
    // The same in the mean, but one card is a tenth older.
    const ages = [5_000, 30_000, 55_000];
    expect(verdicts({ disturbed: { ...usual, ages } })[3]).toBe('MISSED');
  });

  it('does not invent memory where the system does not tell', () => {
    expect(verdicts({ idle: undefined })[2]).toBe('not measured');
  });
});
