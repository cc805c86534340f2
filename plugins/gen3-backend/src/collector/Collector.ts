import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { STALE_AFTER_INTERVALS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { type Clock, sleep } from '../clock';
import type { HealthConfig } from '../config/readHealthConfig';
import type { BusyMeter } from './BusyMeter';
import type { ChangeAnnouncer } from './ChangeAnnouncer';
import { claimLimit } from './claimLimit';
import type { RoundRunner } from './RoundRunner';
import type { RoundStore } from './RoundStore';

/** How often a collector with free places looks for rounds that are due. */
const POLL_MS = 1_000;

/** The fleet is counted anew after this time. */
const COUNT_AGAIN_MS = 10_000;

/** Longest pause after the database failed. */
const MAX_BACKOFF_MS = 30_000;

/** What the collector needs. */
export interface CollectorOptions {
  store: RoundStore;
  runner: RoundRunner;
  announcer: ChangeAnnouncer;
  meter: BusyMeter;
  config: HealthConfig;
  /** Unique name of this replica. */
  leaseOwner: string;
  logger: LoggerService;
  clock: Clock;
}

/**
 * Asks every commons once per interval, together with the collectors of the other replicas: each takes what is due, as
 * far as it has places, and holds a lease while it asks. A commons that hangs keeps one place until its round's
 * deadline and costs the others nothing.
 */
export class Collector {
  readonly #options: CollectorOptions;
  readonly #rounds = new Set<Promise<void>>();
  readonly #stopped = new AbortController();
  readonly #pollMs: number;
  #loop: Promise<void> | undefined;
  #fleetSize = 0;
  #countAgainAt = 0;

  static create(options: CollectorOptions): Collector {
    return new Collector(options);
  }

  private constructor(options: CollectorOptions) {
    this.#options = options;
    this.#pollMs = Math.min(POLL_MS, options.config.intervalMs / 10);
  }

  /** Starts asking, in the background, until {@link Collector.stop}. */
  start(): void {
    if (!this.#loop) {
      this.#options.meter.start();
      this.#loop = this.#run(this.#stopped.signal);
    }
  }

  /** Cancels what is under way and resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
    await Promise.all(this.#rounds);
    this.#options.meter.stop();
  }

  /**
   * Takes what is due, as far as there are places, and starts it. Answers the rounds that it started; they never
   * reject.
   */
  async startDueRounds(): Promise<Promise<void>[]> {
    const { store, config, leaseOwner, clock, runner } = this.#options;
    const limit = claimLimit({
      free: this.#freePlaces(),
      fleetSize: await this.#countFleet(),
      intervalMs: config.intervalMs,
      pollMs: this.#pollMs,
    });
    if (limit === 0) {
      return [];
    }
    const claimed = await store.claim({
      leaseOwner,
      limit,
      leaseMs: config.leaseMs,
      nextCheckAt: clock.now() + config.intervalMs,
      // No pause is that long, or what is asked would be shown as stale.
      farthestCheckAt: clock.now() + STALE_AFTER_INTERVALS * config.intervalMs,
    });
    return claimed.map(commons => {
      const round = runner
        .run(commons, { leaseOwner, signal: this.#stopped.signal })
        .finally(() => this.#rounds.delete(round));
      this.#rounds.add(round);
      return round;
    });
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { clock, logger, announcer } = this.#options;
    let failures = 0;
    while (!signal.aborted) {
      let pauseMs = this.#pollMs;
      try {
        // A round takes its time; nobody waits for it before the collector stops.
        void (await this.startDueRounds());
        await announcer.flush();
        failures = 0;
      } catch (error) {
        failures += 1;
        pauseMs = Math.min(POLL_MS * 2 ** failures, MAX_BACKOFF_MS);
        logger.error('Collector cannot take rounds, and tries again', {
          error: stringifyError(error),
          retryInMs: pauseMs,
        });
      }
      await sleep({ clock, ms: pauseMs, signal });
    }
  }

  async #countFleet(): Promise<number> {
    const now = this.#options.clock.now();
    const isEarlierThanEver = now < this.#countAgainAt - COUNT_AGAIN_MS;
    if (now >= this.#countAgainAt || isEarlierThanEver) {
      this.#fleetSize = await this.#options.store.countProbed();
      this.#countAgainAt = now + COUNT_AGAIN_MS;
    }
    return this.#fleetSize;
  }

  #freePlaces(): number {
    return this.#options.config.maxConcurrentCommons - this.#rounds.size;
  }
}
