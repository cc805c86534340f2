import type { ChangeRecord } from './ChangeRecord';
import { judgeWave } from './judgeWave';

const inState = (state: ChangeRecord['state'], answers = true) => ({
  state,
  title: `A ${state} one`,
  answers,
});

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
    expect(judgeWave(states.map(state => inState(state))).kind).toBe(kind);
  });

  it('says which one did not succeed', () => {
    expect(judgeWave([inState('failed')])).toEqual({
      kind: 'stop',
      reason: 'The wave before did not succeed: "A failed one" is failed.',
    });
  });

  it('says which ones it waits for', () => {
    expect(
      judgeWave([inState('succeeded'), inState('open'), inState('merged')]),
    ).toEqual({
      kind: 'wait',
      reason: 'It waits for "A open one" (open), "A merged one" (merged).',
    });
  });

  it('lets one go that waits for none', () => {
    expect(judgeWave([])).toEqual({ kind: 'go' });
  });

  it('stops when nobody has seen the commons of one answer: unknown is not healthy', () => {
    expect(judgeWave([inState('succeeded', false)])).toEqual({
      kind: 'stop',
      reason: expect.stringContaining('Nobody has seen the commons'),
    });
    expect(judgeWave([inState('merged', false)]).kind).toBe('wait');
  });

  it('stops when one is not there', () => {
    expect(judgeWave([undefined]).kind).toBe('stop');
  });
});
