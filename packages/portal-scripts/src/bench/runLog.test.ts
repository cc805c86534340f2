import { countMutations, findRuns } from './runLog';

const ESC = '\u001b';

const LOG = `
2026-11-22T12:00:00.000Z catalog info Registered the entities of a source source="fleet" entities="16040"
${ESC}[2m2026-11-22T12:00:00.001Z${ESC}[22m ${ESC}[34mcatalog${ESC}[39m debug A run of a source ended ${ESC}[36msource${ESC}[39m="fleet" ${ESC}[36moutcome${ESC}[39m="read" ${ESC}[36mreadMs${ESC}[39m=4000 ${ESC}[36mtotalMs${ESC}[39m=7000 ${ESC}[36mmutations${ESC}[39m=1
2026-11-22T12:00:01.000Z catalog debug A run of a source ended source="other" outcome="read" readMs=1 totalMs=2 mutations=1
2026-11-22T12:00:02.000Z catalog debug A run of a source ended source="fleet" outcome="unchanged" readMs=12 totalMs=20 mutations=0
`;

describe('log of a backend', () => {
  it('tells of the runs of one source, coloured or not', () => {
    expect(findRuns(LOG, 'fleet')).toEqual([
      { outcome: 'read', readMs: 4000, totalMs: 7000, mutations: 1 },
      { outcome: 'unchanged', readMs: 12, totalMs: 20, mutations: 0 },
    ]);
  });

  it('tells how often entities were handed over', () => {
    expect(countMutations(LOG, 'fleet')).toBe(1);
    expect(countMutations(LOG, 'nobody')).toBe(0);
  });
});
