import { ConfigReader } from '@backstage/config';
import { readHealthConfig } from '../config/readHealthConfig';
import { GONE_AFTER_ROUNDS } from './nextCheckAt';
import { maxConfirmations, nextRound, roundTimeoutMs } from './nextRound';
import type { ClaimedCommons } from './RoundStore';

const config = readHealthConfig(new ConfigReader({}));
const AT = Date.parse('2026-11-22T10:00:00.000Z');

const claimedOf = (facts: Partial<ClaimedCommons> = {}): ClaimedCommons => ({
  target: {
    entityRef: 'system:default/heart.example',
    hostname: 'heart.example',
    baseUrl: 'https://heart.example',
    services: ['fence'],
    frontendRoot: 'portal',
  },
  claimedAt: AT,
  goneRounds: 0,
  confirmations: 0,
  regularCheckAt: AT + 60_000,
  status: 'up',
  ...facts,
});

const secondsUntilNext = (
  facts: Partial<Parameters<typeof nextRound>[0]> = {},
) => {
  const next = nextRound({
    claimed: claimedOf(),
    now: AT + 500,
    goneRounds: 0,
    isPending: true,
    config,
    ...facts,
  });
  return [next.nextCheckAt, next.regularCheckAt].map(at => (at - AT) / 1_000);
};

describe('nextRound', () => {
  it('comes early while a change is pending, and leaves the regular one where it is', () => {
    expect(secondsUntilNext()).toEqual([10.5, 60]);
    expect(secondsUntilNext({ isPending: false })).toEqual([60, 60]);
  });

  it('keeps the time of the regular round also after one that confirms', () => {
    const claimed = claimedOf({
      claimedAt: AT + 10_500,
      confirmations: 1,
      regularCheckAt: AT + 61_000,
    });
    const now = AT + 11_000;
    expect(secondsUntilNext({ claimed, now })).toEqual([21, 61]);
    expect(secondsUntilNext({ claimed, now, isPending: false })).toEqual([
      61, 61,
    ]);
  });

  it('confirms no more often than the slowest change needs', () => {
    expect(maxConfirmations(config)).toBe(2);
    const claimed = claimedOf({ confirmations: 2 });
    expect(secondsUntilNext({ claimed })).toEqual([60, 60]);
  });

  it('leaves to the regular round what would not end before it', () => {
    expect(secondsUntilNext({ now: AT + 40_000 })).toEqual([50, 60]);
    expect(secondsUntilNext({ now: AT + 40_001 })).toEqual([60, 60]);
    expect(
      secondsUntilNext({ config: { ...config, confirmAfterMs: 60_000 } }),
    ).toEqual([60, 60]);
  });

  it('does not ask a host early that is gone', () => {
    expect(secondsUntilNext({ goneRounds: GONE_AFTER_ROUNDS - 1 })).toEqual([
      10.5, 60,
    ]);
    expect(secondsUntilNext({ goneRounds: GONE_AFTER_ROUNDS })).toEqual([
      120, 120,
    ]);
  });
});

describe('roundTimeoutMs', () => {
  it('makes room for the round that asks everything', () => {
    expect(roundTimeoutMs(claimedOf(), config)).toBe(54_000);
    const late = claimedOf({ confirmations: 1, claimedAt: AT + 20_000 });
    expect(roundTimeoutMs(late, config)).toBe(40_000);
  });
});
