import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import type { Checks } from '../checks/types';
import { BusyMeter } from '../collector/BusyMeter';
import { ChangeAnnouncer } from '../collector/ChangeAnnouncer';
import { Collector } from '../collector/Collector';
import { DatabaseRoundStore } from '../collector/DatabaseRoundStore';
import { IsolationMeter } from '../collector/IsolationMeter';
import { RoundRunner } from '../collector/RoundRunner';
import type { RoundStore } from '../collector/RoundStore';
import {
  type HealthConfig,
  readHealthConfig,
} from '../config/readHealthConfig';
import type { FakeClock } from './createFakeClock';

/** A collector of one replica on a shared database, with the signals it sent. */
export function createReplica(options: {
  name: string;
  knex: Knex;
  clock: FakeClock;
  checks: Checks;
  config?: Partial<HealthConfig>;
  store?: RoundStore;
}) {
  const { knex, clock, checks } = options;
  const config = {
    ...readHealthConfig(new ConfigReader({})),
    ...options.config,
  };
  const signals: Array<'change' | 'rounds'> = [];
  const logger = mockServices.logger.mock();
  const store =
    options.store ?? DatabaseRoundStore.create({ knex, now: clock.now });
  const announcer = ChangeAnnouncer.create({
    logger,
    intervalMs: config.intervalMs,
    now: clock.now,
    signals: {
      async publish({ message }) {
        signals.push('entityRefs' in message ? 'rounds' : 'change');
      },
    },
  });
  const meter = BusyMeter.create({
    clock: clock,
    tolerableLagMs: config.checkTimeoutMs / 4,
  });
  const shared = { store, meter, config, logger, clock };
  const collector = Collector.create({
    ...shared,
    announcer,
    leaseOwner: options.name,
    runner: RoundRunner.create({
      ...shared,
      checks,
      registry: createServiceRegistry(),
      changes: announcer,
      isolation: IsolationMeter.create({
        logger,
        intervalMs: config.intervalMs,
      }),
    }),
  });
  /** Carries out all that is due, and waits for it. */
  const round = async () => {
    let started = await collector.startDueRounds();
    while (started.length > 0) {
      // The collector takes a few at a time.
      await Promise.all(started);
      started = await collector.startDueRounds();
    }
    await announcer.flush();
  };
  return { collector, round, signals, logger, config };
}
