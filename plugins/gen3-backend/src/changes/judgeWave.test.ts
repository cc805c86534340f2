import { launchRecord } from './__testUtils__/changeRecords';
import type { ChangeRecord } from './ChangeRecord';
import { judgeWave } from './judgeWave';

const inState = (state: ChangeRecord['state']) =>
  launchRecord({ state, title: `A ${state} one` });

describe('judgeWave', () => {
  it.each<
    [string, ReturnType<typeof judgeWave>['kind'], ChangeRecord['state'][]]
  >([
    ['all have succeeded', 'go', ['succeeded', 'succeeded']],
    ['one is under way', 'wait', ['succeeded', 'merged']],
    ['one is not even reviewed', 'wait', ['open', 'proposing']],
    ['one has failed', 'stop', ['succeeded', 'failed']],
    ['one was closed, whatever the others do', 'stop', ['open', 'abandoned']],
  ])('says when %s: %s', (_, kind, states) => {
    expect(judgeWave(states.map(inState)).kind).toBe(kind);
  });

  it('says which one did not succeed', () => {
    expect(judgeWave([inState('failed')])).toEqual({
      kind: 'stop',
      reason: 'The wave before did not succeed: "A failed one" is failed.',
    });
  });

  it('stops when one is not there', () => {
    expect(judgeWave([undefined]).kind).toBe('stop');
  });
});
