import { mockServices } from '@backstage/backend-test-utils';
import type {
  Cause,
  CheckResult,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { excuseIsolation } from './excuseIsolation';
import { IsolationMeter } from './IsolationMeter';

const START = Date.parse('2026-11-22T10:00:00.000Z');

const resultOf = (cause: Cause, second: number): CheckResult => ({
  checkId: 'http:fence',
  service: 'fence',
  outcome: cause === 'ok' ? 'up' : 'down',
  cause,
  reason: 'was asked by a test',
  evidence: {},
  checkedAt: new Date(START + second * 1_000).toISOString(),
});

/** Observes rounds such as `a ok` or `b dns`, one a second; `a@east dns` is of a host in the cluster `east`. */
function createMeter() {
  const logger = mockServices.logger.mock();
  const meter = IsolationMeter.create({ logger, intervalMs: 10_000 });
  let second = 0;
  const observe = (...rounds: Array<`${string} ${Cause}`>) => {
    for (const round of rounds) {
      const [host, ...causes] = round.split(' ') as [string, ...Cause[]];
      const [hostname, cluster] = host.split('@');
      const commons = { hostname, ...(cluster && { kubernetes: { cluster } }) };
      const at = second;
      const results = causes.map(cause => resultOf(cause, at));
      meter.observe({ commons, results });
      second += 1;
    }
    return meter.isIsolated();
  };
  return { meter, logger, observe };
}

describe('IsolationMeter', () => {
  it.each<[string, Array<`${string} ${Cause}`>, boolean]>([
    [
      'three fell silent together',
      ['a dns', 'b timeout', 'c unreachable'],
      true,
    ],
    ['two are too few', ['a dns', 'b dns'], false],
    [
      'one that is asked three times is one',
      ['a dns', 'a dns', 'a dns'],
      false,
    ],
    ['one answers in between', ['a dns', 'b dns', 'd ok', 'c dns'], false],
    ['any answer is one', ['a dns', 'b dns', 'd http-status', 'c dns'], false],
    [
      'what was not asked tells nothing',
      ['a dns', 'b dns', 'd cancelled', 'c dns'],
      true,
    ],
    [
      'nor does an address that is refused',
      ['a dns', 'b dns', 'c refused-address'],
      false,
    ],
    [
      'a cluster of several is gone with all its hosts',
      ['d@west ok', 'a@east dns', 'b@east dns', 'c@east dns'],
      false,
    ],
    [
      'hosts of two clusters fell silent',
      ['d@west ok', 'a@east dns', 'b@east dns', 'd@west dns'],
      true,
    ],
    [
      'there is but one cluster',
      ['a@east ok', 'a@east dns', 'b@east dns', 'c@east dns'],
      true,
    ],
    [
      'the only other cluster is gone already',
      ['d@west dns', 'a@east ok', 'a@east dns', 'b@east dns', 'c@east dns'],
      true,
    ],
    [
      'the only cluster had another name, and its commons none',
      [
        'a ok',
        'b@old ok',
        'c@old ok',
        'a@new ok',
        'b@new ok',
        'c@new ok',
        'a@new dns',
        'b@new dns',
        'c@new dns',
      ],
      true,
    ],
    ['an answer ends it', ['a dns', 'b dns', 'c dns', 'a ok'], false],
  ])('%s', (_label, rounds, expected) => {
    expect(createMeter().observe(...rounds)).toBe(expected);
  });

  it('is not fooled by a fleet of which most are gone for good', () => {
    const { observe } = createMeter();
    observe('a ok', 'b dns', 'c dns');
    for (let round = 0; round < 5; round += 1) {
      // Two are new in the first round, and none is after that.
      expect(observe('a ok', 'b dns', 'c dns', 'd dns', 'e dns')).toBe(false);
    }
    expect(observe('a dns')).toBe(false);
  });

  it('forgets a host that is asked no more after three intervals', () => {
    const { meter } = createMeter();
    const at = (
      hostname: string,
      cluster: string,
      cause: Cause,
      second: number,
    ) =>
      meter.observe({
        commons: { hostname, kubernetes: { cluster } },
        results: [resultOf(cause, second)],
      });
    at('d', 'west', 'ok', 0);
    at('a', 'east', 'dns', 28);
    at('b', 'east', 'dns', 28);
    at('c', 'east', 'dns', 29);
    expect(meter.isIsolated()).toBe(false);
    at('e', 'east', 'dns', 30);
    expect(meter.isIsolated()).toBe(true);
  });

  it('counts a host anew once it has answered again', () => {
    const { observe } = createMeter();
    expect(observe('a dns', 'b dns', 'c dns')).toBe(true);
    expect(observe('a ok', 'b ok', 'c ok')).toBe(false);
    expect(observe('a dns', 'b dns', 'c dns')).toBe(true);
  });

  it('knows that the answer of a long round may be older than the silence of others', () => {
    const { meter } = createMeter();
    const at = (hostname: string, cause: Cause, second: number) =>
      meter.observe({
        commons: { hostname },
        results: [resultOf(cause, second)],
      });
    at('a', 'dns', 10);
    at('b', 'dns', 11);
    at('d', 'ok', 9);
    at('c', 'dns', 12);
    expect(meter.isIsolated()).toBe(true);
    at('e', 'ok', 13);
    expect(meter.isIsolated()).toBe(false);
  });

  it('takes the end of a round that was cut off for no answer', () => {
    // What had no turn is stamped with the end of the round: it once hid that others had fallen silent before.
    const { meter } = createMeter();
    const at = (hostname: string, ...results: CheckResult[]) =>
      meter.observe({ commons: { hostname }, results });
    at('a', resultOf('dns', 10));
    at('d', resultOf('ok', 9), resultOf('cancelled', 60));
    at('e', resultOf('ok', 9), resultOf('never-asked', 60));
    at('b', resultOf('dns', 11));
    at('c', resultOf('dns', 12));
    expect(meter.isIsolated()).toBe(true);
  });

  it('does not forget an answer because a longer round tells an older one', () => {
    const { meter } = createMeter();
    const at = (hostname: string, cause: Cause, second: number) =>
      meter.observe({
        commons: { hostname },
        results: [resultOf(cause, second)],
      });
    at('d', 'ok', 20);
    at('e', 'ok', 5);
    at('a', 'dns', 10);
    at('b', 'dns', 11);
    at('c', 'dns', 12);
    expect(meter.isIsolated()).toBe(false);
  });

  it('tells once when it begins, and when it is over', () => {
    const { observe, logger } = createMeter();
    observe('a dns', 'b dns', 'c dns', 'd dns', 'e dns');
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('reaches no commons'),
      { hostnames: 'a, b, c' },
    );
    observe('a ok', 'b ok');
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('excuses only what could not be contacted', () => {
    expect(
      excuseIsolation([resultOf('dns', 0), resultOf('http-status', 0)]).map(
        ({ outcome, cause }) => `${outcome} ${cause}`,
      ),
    ).toEqual(['unknown dns', 'down http-status']);
  });
});
