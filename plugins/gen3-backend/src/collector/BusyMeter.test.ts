import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { BusyMeter } from './BusyMeter';
import { excuseTimeouts } from './excuseTimeouts';

describe('BusyMeter', () => {
  it('notices timers that fire late, and leaves none behind', () => {
    const clock = createFakeClock();
    const meter = BusyMeter.create({ clock, tolerableLagMs: 1_000 });
    const start = clock.now();
    meter.start();
    clock.advance(250);
    clock.advance(1_250);
    expect(meter.wasBusySince(start)).toBe(false);

    clock.advance(1_251);
    const busy = clock.now();
    expect(meter.wasBusySince(start)).toBe(true);
    clock.advance(250);
    expect(meter.wasBusySince(busy + 1)).toBe(false);

    clock.advance(-3_600_000);
    expect(meter.wasBusySince(clock.now())).toBe(false);

    meter.stop();
    expect(clock.pendingTimers()).toBe(0);
  });
});

describe('excuseTimeouts', () => {
  const result: CheckResult = {
    checkId: 'http:fence',
    outcome: 'down',
    cause: 'timeout',
    reason: 'did not answer within 10 s',
    evidence: {},
    checkedAt: '2026-11-22T10:00:00.000Z',
  };

  it('makes timeouts unknown, and leaves every other result as it is', () => {
    const others: CheckResult[] = [
      { ...result, cause: 'http-status', reason: 'answers 500' },
      { ...result, outcome: 'up', cause: 'ok', reason: '' },
    ];
    expect(excuseTimeouts([result, ...others])).toEqual([
      expect.objectContaining({ outcome: 'unknown', cause: 'timeout' }),
      ...others,
    ]);
  });
});
