import { mockServices } from '@backstage/backend-test-utils';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { GEN3_FLEET_CHANNEL } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ChangeAnnouncer, SIGNAL_GAP_MS } from './ChangeAnnouncer';

const INTERVAL_MS = 60_000;

const CHANGED = {};
const ROUNDS_WENT_ON = { entityRefs: [] };

function createAnnouncer(publish?: () => Promise<void>) {
  const clock = createFakeClock();
  const logger = mockServices.logger.mock();
  const messages: unknown[] = [];
  const announcer = ChangeAnnouncer.create({
    logger,
    intervalMs: INTERVAL_MS,
    now: clock.now,
    signals: {
      async publish({ channel, message, recipients }) {
        expect(channel).toBe(GEN3_FLEET_CHANNEL);
        expect(recipients).toEqual({ type: 'broadcast' });
        await publish?.();
        messages.push(message);
      },
    },
  });
  return { announcer, clock, logger, messages };
}

describe('ChangeAnnouncer', () => {
  it('says that something changed, to everybody, and so not what', async () => {
    // Signals named commons, by hostname, to users who may not see them.
    const { announcer, messages } = createAnnouncer();
    announcer.addChange();
    announcer.addChange();
    await announcer.flush();
    await announcer.flush();
    expect(messages).toEqual([CHANGED]);
  });

  it('gathers what changes quickly, and forgets none of it', async () => {
    const { announcer, clock, messages } = createAnnouncer();
    for (let ms = 0; ms <= 2 * SIGNAL_GAP_MS; ms += 500) {
      announcer.addChange();
      // One after the other, as time goes.
      await announcer.flush();
      clock.advance(500);
    }
    expect(messages).toEqual([CHANGED, CHANGED, CHANGED]);
    announcer.addChange();
    await announcer.flush();
    expect(messages).toHaveLength(3);
    clock.advance(SIGNAL_GAP_MS);
    await announcer.flush();
    expect(messages).toHaveLength(4);
  });

  it('says once in an interval that data is newer, although nothing changed', async () => {
    const { announcer, clock, messages } = createAnnouncer();
    clock.advance(INTERVAL_MS);
    await announcer.flush();
    expect(messages).toEqual([]);

    for (let second = 0; second < 120; second += 1) {
      announcer.addRound();
      // One second after the other.
      await announcer.flush();
      clock.advance(1_000);
    }
    expect(messages).toEqual([ROUNDS_WENT_ON, ROUNDS_WENT_ON]);
  });

  it('needs no such signal where there was a change', async () => {
    const { announcer, clock, messages } = createAnnouncer();
    clock.advance(INTERVAL_MS);
    announcer.addRound();
    announcer.addChange();
    await announcer.flush();
    clock.advance(INTERVAL_MS - 1);
    announcer.addRound();
    await announcer.flush();
    expect(messages).toEqual([CHANGED]);
    clock.advance(1);
    await announcer.flush();
    expect(messages).toEqual([CHANGED, ROUNDS_WENT_ON]);
  });

  it('is not silent until a clock that was set back is there again', async () => {
    const { announcer, clock, messages } = createAnnouncer();
    announcer.addChange();
    await announcer.flush();
    clock.advance(-60 * INTERVAL_MS);
    announcer.addChange();
    await announcer.flush();
    clock.advance(-60 * INTERVAL_MS);
    announcer.addRound();
    await announcer.flush();
    expect(messages).toEqual([CHANGED, CHANGED, ROUNDS_WENT_ON]);
  });

  it('goes on when a signal cannot be sent', async () => {
    const { announcer, logger } = createAnnouncer(() =>
      Promise.reject(new Error('broker is down')),
    );
    announcer.addChange();
    await announcer.flush();
    expect(logger.debug).toHaveBeenCalledWith(expect.any(String), {
      error: 'Error: broker is down',
    });
  });
});
