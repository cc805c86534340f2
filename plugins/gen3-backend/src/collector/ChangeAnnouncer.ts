import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { GEN3_FLEET_CHANNEL } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeListener } from './ChangeListener';

/** Changes are announced at most once in this time: every browser asks again then. */
export const SIGNAL_GAP_MS = 2_000;

/** Something changed. It names no commons: signals go to everybody, also to those who may not know of it. */
const SOMETHING_CHANGED = {};

/** Nothing changed, but the data is newer. */
const ROUNDS_WENT_ON = { entityRefs: [] };

/** What a {@link ChangeAnnouncer} needs. */
export interface ChangeAnnouncerOptions {
  signals: SignalsService;
  logger: LoggerService;
  /** A fleet in which nothing changes is announced once in this time, because the age of its data does change. */
  intervalMs: number;
  /** Milliseconds since the epoch. @defaultValue `Date.now` */
  now?: () => number;
}

/**
 * Tells browsers that something changed, so that they need not poll; what, they ask from REST, under permission. When there are
 * rounds and no changes for an interval, it says so. A portal without the signals plugin hears nothing and loses nothing; so
 * does one whose signal could not be sent.
 */
export class ChangeAnnouncer implements ChangeListener {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #intervalMs: number;
  readonly #now: () => number;
  #hasChanges = false;
  #hasRounds = false;
  #changeSentAt = -Infinity;
  #sentAt: number;

  static create(options: ChangeAnnouncerOptions): ChangeAnnouncer {
    return new ChangeAnnouncer(options);
  }

  private constructor(options: ChangeAnnouncerOptions) {
    this.#signals = options.signals;
    this.#logger = options.logger;
    this.#intervalMs = options.intervalMs;
    this.#now = options.now ?? Date.now;
    this.#sentAt = this.#now();
  }

  addChange(): void {
    this.#hasChanges = true;
  }

  addRound(): void {
    this.#hasRounds = true;
  }

  /** Sends what is due. Never rejects: signals are a convenience, browsers also poll. */
  async flush(): Promise<void> {
    const message = this.#takeMessage();
    if (message === undefined) {
      return;
    }
    try {
      await this.#signals.publish({
        recipients: { type: 'broadcast' },
        channel: GEN3_FLEET_CHANNEL,
        message,
      });
    } catch (error) {
      this.#logger.debug('Signal could not be sent', {
        error: stringifyError(error),
      });
    }
  }

  #takeMessage(): { entityRefs?: string[] } | undefined {
    const now = this.#now();
    // A clock that was set back must not silence the announcer until it is there again.
    const isPast = (since: number, ms: number) =>
      now - since >= ms || now < since;
    if (this.#hasChanges) {
      if (!isPast(this.#changeSentAt, SIGNAL_GAP_MS)) {
        return undefined;
      }
      this.#changeSentAt = now;
    } else if (!this.#hasRounds || !isPast(this.#sentAt, this.#intervalMs)) {
      return undefined;
    }
    const message = this.#hasChanges ? SOMETHING_CHANGED : ROUNDS_WENT_ON;
    this.#hasChanges = false;
    this.#hasRounds = false;
    this.#sentAt = now;
    return message;
  }
}
