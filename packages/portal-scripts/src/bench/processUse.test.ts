import { parseProcessUse } from './processUse';

const STATUS =
  'Name:\tnode\nVmPeak:\t 1000 kB\nVmHWM:\t  390625 kB\nVmRSS:\t   195313 kB\nRssAnon:\t 1 kB\n';
const STAT =
  '42 (a (b) c) S 1 42 42 0 -1 4194304 900 800 0 0 1000 200 30 4 20 0 11 0 5000 1000 100\n';

describe('parseProcessUse', () => {
  it('reads what Linux says', () => {
    expect(parseProcessUse(STATUS, STAT)).toEqual({
      peakMemory: 400,
      memory: expect.closeTo(200, 1),
      cpuSeconds: 12.34,
    });
  });

  it('makes nothing up when it does not say', () => {
    expect(parseProcessUse('Name:\tnode\n', STAT)).toBeUndefined();
    expect(parseProcessUse(STATUS, '')).toBeUndefined();
  });
});
