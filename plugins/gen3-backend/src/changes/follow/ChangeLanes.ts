import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DeadlineError,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import pLimit from 'p-limit';
import type { ChangeRecord } from '../ChangeRecord';
import { lanesOf } from './lanesOf';

/** One change may take this long in a run, which has five minutes for all. */
const LOOKING_FOR_MS = 60_000;

/** More than a portal has sources with changes, as a rule; each reads one repository at a time. */
const LANES_AT_ONCE = 16;

/** What {@link ChangeLanes} needs. */
export interface ChangeLanesOptions {
  /** Looks at one change. */
  follow: (record: ChangeRecord, signal: AbortSignal) => Promise<void>;
  /** Milliseconds that one change may take in a run. @defaultValue one minute */
  limitMs: number | undefined;
  logger: LoggerService;
}

/**
 * Looks at many changes. One that cannot be followed keeps no other from it. A host that hangs keeps only those waiting that have to be asked of it, and
 * one change of them at a time: their lane ends there for this run, so that the run does, and begins with the others the next time.
 */
export class ChangeLanes {
  readonly #options: ChangeLanesOptions;
  /** Ids of the changes for which the time was not enough when they were last looked at. */
  #late: ReadonlySet<string> = new Set();

  private constructor(options: ChangeLanesOptions) {
    this.#options = options;
  }

  static create(options: ChangeLanesOptions): ChangeLanes {
    return new ChangeLanes(options);
  }

  async run(changes: ChangeRecord[], signal: AbortSignal): Promise<void> {
    const limit = pLimit(LANES_AT_ONCE);
    const late = await Promise.all(
      lanesOf(changes, this.#late).map(lane =>
        limit(() => this.#followLane(lane, signal)),
      ),
    );
    this.#late = new Set(late.flat());
  }

  /** @returns ids of those that were late, or were not looked at again since. */
  async #followLane(
    lane: ChangeRecord[],
    signal: AbortSignal,
  ): Promise<string[]> {
    for (const [index, record] of lane.entries()) {
      if (signal.aborted) return [];
      if ((await this.#tryToFollow(record, signal)) === 'late') {
        const unseen = lane.slice(index + 1).map(({ id }) => id);
        return [...unseen.filter(id => this.#late.has(id)), record.id];
      }
    }
    return [];
  }

  async #tryToFollow(
    record: ChangeRecord,
    signal: AbortSignal,
  ): Promise<'late' | undefined> {
    const {
      follow,
      logger,
      limitMs: timeoutMs = LOOKING_FOR_MS,
    } = this.#options;
    try {
      // Who writes a branch has git's own limits: what is cut off would be taken for refused.
      if (record.state === 'proposing' && record.host === 'local') {
        await follow(record, signal);
      } else {
        await withDeadline({ signals: [signal], timeoutMs }, each =>
          follow(record, each),
        );
      }
      return undefined;
    } catch (error) {
      if (signal.aborted) return undefined;
      logger.warn('A change could not be followed', {
        change: record.id,
        error: stringifyError(error),
      });
      return error instanceof DeadlineError ? 'late' : undefined;
    }
  }
}
