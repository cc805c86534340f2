import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { ChangeListener } from './RoundRunner';

/** Signal channel on which browsers hear which commons changed. @public */
export const GEN3_FLEET_CHANNEL = 'gen3:fleet';

/** Entity references in one signal at most. */
const REFS_PER_SIGNAL = 100;

/**
 * Tells browsers which commons changed, so that they need not poll: collects changes and sends them in a few signals.
 * A portal without the signals plugin hears nothing and loses nothing; so does one whose signal could not be sent.
 */
export class ChangeAnnouncer implements ChangeListener {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #changed = new Set<string>();

  static create(options: {
    signals: SignalsService;
    logger: LoggerService;
  }): ChangeAnnouncer {
    return new ChangeAnnouncer(options);
  }

  private constructor(options: {
    signals: SignalsService;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  add(entityRef: string): void {
    this.#changed.add(entityRef);
  }

  /** Sends what changed since the last time. Never rejects: signals are a convenience, browsers also poll. */
  async flush(): Promise<void> {
    const entityRefs = [...this.#changed].sort();
    this.#changed.clear();
    try {
      for (let i = 0; i < entityRefs.length; i += REFS_PER_SIGNAL) {
        // In order, one after the other: a burst of signals would only queue in the event broker.
        await this.#signals.publish({
          recipients: { type: 'broadcast' },
          channel: GEN3_FLEET_CHANNEL,
          message: { entityRefs: entityRefs.slice(i, i + REFS_PER_SIGNAL) },
        });
      }
    } catch (error) {
      this.#logger.debug('Signal could not be sent', {
        error: stringifyError(error),
      });
    }
  }
}
