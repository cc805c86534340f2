import { mockServices } from '@backstage/backend-test-utils';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { GEN3_FLEET_CHANNEL } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ChangeAnnouncer } from './ChangeAnnouncer';

const INTERVAL_MS = 60_000;

function createAnnouncer(publish?: () => Promise<void>) {
  const clock = createFakeClock();
  const logger = mockServices.logger.mock();
  const messages: string[][] = [];
  const announcer = ChangeAnnouncer.create({
    logger,
    intervalMs: INTERVAL_MS,
    now: clock.now,
    signals: {
      async publish({ channel, message, recipients }) {
        expect(channel).toBe(GEN3_FLEET_CHANNEL);
        expect(recipients).toEqual({ type: 'broadcast' });
        await publish?.();
        const { entityRefs } = message;
        messages.push(Array.isArray(entityRefs) ? entityRefs.map(String) : []);
      },
    },
  });
  return { announcer, clock, logger, messages };
}

describe('ChangeAnnouncer', () => {
  it('names each commons that changed once, a hundred in a signal', async () => {
    const { announcer, messages } = createAnnouncer();
    announcer.add('system:default/a');
    announcer.add('system:default/a');
    await announcer.flush();
    await announcer.flush();
    expect(messages).toEqual([['system:default/a']]);

    for (let i = 0; i < 150; i += 1) {
      announcer.add(`system:default/${i}`);
    }
    await announcer.flush();
    expect(messages.map(refs => refs.length)).toEqual([1, 100, 50]);
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
    expect(messages).toEqual([[], []]);
  });

  it('needs no such signal where there was a change', async () => {
    const { announcer, clock, messages } = createAnnouncer();
    clock.advance(INTERVAL_MS);
    announcer.addRound();
    announcer.add('system:default/a');
    await announcer.flush();
    clock.advance(INTERVAL_MS - 1);
    announcer.addRound();
    await announcer.flush();
    expect(messages).toEqual([['system:default/a']]);
    clock.advance(1);
    await announcer.flush();
    expect(messages).toEqual([['system:default/a'], []]);
  });

  it('goes on when a signal cannot be sent', async () => {
    const { announcer, logger } = createAnnouncer(() =>
      Promise.reject(new Error('broker is down')),
    );
    announcer.add('system:default/a');
    await announcer.flush();
    expect(logger.debug).toHaveBeenCalledWith(expect.any(String), {
      error: 'Error: broker is down',
    });
  });
});
