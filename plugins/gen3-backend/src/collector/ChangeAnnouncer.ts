import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { GEN3_FLEET_CHANNEL } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeListener } from './ChangeListener';

/** Entity references in one signal at most. */
const REFS_PER_SIGNAL = 100;

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
 * Tells browsers which commons changed, so that they need not poll: collects changes and sends them in a few signals.
 * When there are rounds and no changes for an interval, it sends one signal that names none. A portal without the signals
 * plugin hears nothing and loses nothing; so does one whose signal could not be sent.
 */
export class ChangeAnnouncer implements ChangeListener {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #intervalMs: number;
  readonly #now: () => number;
  readonly #changed = new Set<string>();
  #hasRounds = false;
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

  add(entityRef: string): void {
    this.#changed.add(entityRef);
  }

  addRound(): void {
    this.#hasRounds = true;
  }

  /** Sends what changed since the last time. Never rejects: signals are a convenience, browsers also poll. */
  async flush(): Promise<void> {
    try {
      for (const entityRefs of this.#takeMessages()) {
        // In order, one after the other: a burst of signals would only queue in the event broker.
        await this.#signals.publish({
          recipients: { type: 'broadcast' },
          channel: GEN3_FLEET_CHANNEL,
          message: { entityRefs },
        });
      }
    } catch (error) {
      this.#logger.debug('Signal could not be sent', {
        error: stringifyError(error),
      });
    }
  }

  #takeMessages(): string[][] {
    const now = this.#now();
    const isQuiet = this.#changed.size === 0;
    const isHeartbeatDue =
      this.#hasRounds && now - this.#sentAt >= this.#intervalMs;
    if (isQuiet && !isHeartbeatDue) {
      return [];
    }
    const entityRefs = [...this.#changed].sort();
    this.#changed.clear();
    this.#hasRounds = false;
    this.#sentAt = now;
    return isQuiet ? [[]] : inMessages(entityRefs);
  }
}

function inMessages(entityRefs: string[]): string[][] {
  const messages: string[][] = [];
  for (let start = 0; start < entityRefs.length; start += REFS_PER_SIGNAL) {
    messages.push(entityRefs.slice(start, start + REFS_PER_SIGNAL));
  }
  return messages;
}
