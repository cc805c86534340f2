import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { SourceConfig } from '../config/SourceConfig';
import { durationToMilliseconds } from '../lib/durationToMilliseconds';
import { SourceReader, SourceReading } from '../sources/types';
import { Held, SourceStore, StoredSource } from '../store/SourceStore';
import { applyReading } from './applyReading';
import { attemptPart, RunPart } from './attemptPart';
import { EntityPublisher } from './EntityPublisher';
import { guardDrops } from './guardDrops';

/** Raised when readings of an older version of this module must not be reused although git is unchanged. */
const READING_FORMAT = 4;

/** Hostnames of a held run that one log line names. */
const MAX_LOGGED = 20;

/** Reads one source, remembers what it said, and has it published. */
export class SourceRunner {
  readonly #config: SourceConfig;
  readonly #reader: SourceReader;
  readonly #store: SourceStore;
  readonly #publisher: EntityPublisher;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #fingerprint: string;

  static create(options: {
    config: SourceConfig;
    reader: SourceReader;
    store: SourceStore;
    publisher: EntityPublisher;
    logger: LoggerService;
    /** Names of the registry's services: another registry reads the same files differently. */
    serviceNames: readonly string[];
    now?: () => Date;
  }): SourceRunner {
    return new SourceRunner(options);
  }

  private constructor(options: {
    config: SourceConfig;
    reader: SourceReader;
    store: SourceStore;
    publisher: EntityPublisher;
    logger: LoggerService;
    serviceNames: readonly string[];
    now?: () => Date;
  }) {
    this.#config = options.config;
    this.#reader = options.reader;
    this.#store = options.store;
    this.#publisher = options.publisher;
    this.#logger = options.logger.child({ source: options.config.id });
    this.#now = options.now ?? (() => new Date());
    this.#fingerprint = createHash('sha256')
      .update(
        JSON.stringify([READING_FORMAT, options.config, options.serviceNames]),
      )
      .digest('hex');
  }

  /**
   * One run. A source that cannot be read changes nothing but its own status.
   *
   * @throws when the run failed, after noting it: the scheduler shall see the failure
   */
  async run(signal: AbortSignal): Promise<void> {
    const sourceId = this.#config.id;
    const start = this.#now();
    const timeoutMs = durationToMilliseconds(this.#config.schedule.timeout);
    const stored = await this.#store.beginTry({
      sourceId,
      at: start.toISOString(),
      runningUntil: new Date(start.getTime() + timeoutMs).toISOString(),
    });
    const reading = await this.#readOrCatchUp(stored, signal);
    const readAt = this.#now();
    await this.#attempt('recording', signal, async () =>
      reading === 'unchanged'
        ? this.#store.recordUnchanged({ sourceId, at: readAt.toISOString() })
        : this.#record(stored, reading),
    );
    // The first reading of a source may have no members, and so change nothing but that the source counts from now on.
    const onlyIfNewer = stored.lastGoodAt !== undefined;
    const { mutations, repeated } = await this.#attempt(
      'publishing',
      signal,
      () => this.#publisher.publish({ onlyIfNewer, signal }),
    );
    this.#logger.debug('A run of a source ended', {
      outcome: reading === 'unchanged' ? reading : 'read',
      readMs: readAt.getTime() - start.getTime(),
      totalMs: this.#now().getTime() - start.getTime(),
      mutations,
      repeated,
    });
  }

  /** Reads; when that fails, what is known and was not handed over before is, e.g. after a start in which it failed. */
  async #readOrCatchUp(
    stored: StoredSource,
    signal: AbortSignal,
  ): Promise<SourceReading | 'unchanged'> {
    try {
      return await this.#attempt('reading', signal, () =>
        this.#read(stored, signal),
      );
    } catch (error) {
      if (!signal.aborted) {
        await this.#catchUp(signal);
      }
      throw error;
    }
  }

  async #catchUp(signal: AbortSignal): Promise<void> {
    try {
      await this.#publisher.publish({ onlyIfNewer: true, signal });
    } catch (error) {
      // The run fails anyway, for the reason that its source gives.
      this.#logger.warn('What is known could not be handed to the catalog', {
        error: stringifyError(error),
      });
    }
  }

  /** Does a part of a run; when it fails, the status of the source says so. */
  async #attempt<T>(
    part: RunPart,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    return attemptPart(part, {
      sourceId: this.#config.id,
      store: this.#store,
      logger: this.#logger,
      signal,
      work,
    });
  }

  async #read(
    stored: StoredSource,
    signal: AbortSignal,
  ): Promise<SourceReading | 'unchanged'> {
    const reusable = stored.fingerprint === this.#fingerprint && !stored.held;
    const reading = await this.#reader.read({
      ...(reusable ? { knownVersion: stored.version } : {}),
      signal,
    });
    // A reader that was cancelled half-way must not pass for one that found little.
    signal.throwIfAborted();
    return reading;
  }

  async #record(stored: StoredSource, reading: SourceReading): Promise<void> {
    const { id, maxDropPercent } = this.#config;
    const now = this.#now();
    const decision = guardDrops({
      previous: stored.members,
      next: applyReading({
        previous: stored.members,
        readings: reading.members,
        other: reading.other,
        now,
      }),
      maxDropPercent,
      held: stored.held?.wouldDrop ?? [],
      confirmed: stored.confirmed ?? [],
    });
    if (decision.kind === 'hold') {
      const held = this.#hold(stored, decision, now);
      await this.#store.recordHeld({ sourceId: id, held });
      return;
    }
    await this.#store.recordReading({
      sourceId: id,
      at: now.toISOString(),
      ...(reading.version ? { version: reading.version } : {}),
      fingerprint: this.#fingerprint,
      members: decision.members,
      ...(decision.kind === 'apply-confirmed'
        ? { held: this.#hold(stored, decision, now) }
        : {}),
    });
  }

  #hold(
    stored: StoredSource,
    decision: { wouldDrop: string[]; of: number },
    now: Date,
  ): Held {
    const { wouldDrop, of } = decision;
    this.#logger.warn(
      'A run would drop too many commons and waits for confirmation',
      {
        wouldDrop: wouldDrop.slice(0, MAX_LOGGED).join(', '),
        count: String(wouldDrop.length),
        of: String(of),
      },
    );
    const since = stored.held?.since ?? now.toISOString();
    const { maxDropPercent } = this.#config;
    return { since, wouldDrop, of, maxDropPercent };
  }
}
