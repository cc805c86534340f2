import { SourceStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createTranslate } from '../../__testUtils__/createTranslate';
import { source } from '../../__testUtils__/fixtures';
import { describeState, sortWorstFirst, toneOfState } from './sourceState';

const t = createTranslate();
const AS_OF = '2026-11-22T10:00:00.000Z';
const before = (minutes: number) =>
  new Date(Date.parse(AS_OF) - minutes * 60_000).toISOString();

/** Read every five minutes, last so many minutes ago. */
const readBefore = (minutes: number, change: Partial<SourceStatus> = {}) =>
  source({
    lastTryAt: before(minutes),
    lastGoodAt: before(minutes),
    nextTryAt: before(minutes - 5),
    ...change,
  });

const quarantined = {
  counts: { commons: 1, services: 1, clusters: 0, quarantined: 1 },
};

describe('State of a source', () => {
  it.each([
    ['just read', readBefore(1), 'up', 'ok'],
    ['late, but not yet odd', readBefore(15), 'up', 'ok'],
    // Was "ok" with a green check however old the last good reading was.
    ['not read any more', readBefore(16), 'unknown', 'not read for 16 min'],
    [
      'not read any more, with quarantine',
      readBefore(16, quarantined),
      'unknown',
      'not read for 16 min',
    ],
    [
      'read every ten seconds, and half a minute late',
      source({
        lastTryAt: before(0.75),
        lastGoodAt: before(0.75),
        nextTryAt: before(0.6),
      }),
      'up',
      'ok',
    ],
    [
      'without a fixed interval',
      readBefore(6000, { nextTryAt: undefined }),
      'up',
      'ok',
    ],
    [
      'with a member in quarantine',
      readBefore(1, quarantined),
      'degraded',
      'ok, with quarantine',
    ],
    ['held back', readBefore(60, { state: 'held' }), 'degraded', 'held back'],
    ['failed', readBefore(60, { state: 'failed' }), 'down', 'failed'],
    [
      'never run',
      source({ state: 'never-run', lastGoodAt: undefined }),
      'unknown',
      'never run',
    ],
  ])('%s', (_, given, tone, word) => {
    expect(toneOfState(given, AS_OF)).toBe(tone);
    expect(describeState(given, AS_OF, t)).toBe(word);
  });

  it('puts first what needs attention most, then goes by name', () => {
    const sources = [
      readBefore(1, { id: 'well-b' }),
      readBefore(1, { id: 'well-a' }),
      readBefore(90, { id: 'forgotten' }),
      readBefore(1, { id: 'held', state: 'held' }),
      readBefore(1, { id: 'broken', state: 'failed' }),
    ];

    expect(sortWorstFirst(sources, AS_OF).map(({ id }) => id)).toEqual([
      'broken',
      'held',
      'forgotten',
      'well-a',
      'well-b',
    ]);
  });
});
