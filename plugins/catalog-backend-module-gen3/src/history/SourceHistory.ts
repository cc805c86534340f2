import {
  GitCommit,
  GitHistory,
  Readings,
  withDeadline,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import pLimit from 'p-limit';
import { Budget, createBudget } from './createBudget';

/** How long a person waits for one answer, in milliseconds. */
export const HISTORY_DEADLINE_MS = 10_000;

/** Commits of an answer: as many as may be asked for, so that whoever asks for fewer shares it. */
const MAX_COMMITS = 50;

/** How long an answer is good enough for everybody. */
const KEEP_MS = 60_000;

/** The same of what a revision contains, which never changes. */
const KEEP_CONTAINED_MS = 10 * KEEP_MS;

/** How long a repository that could not be read is left alone. */
const KEEP_FAILURE_MS = 10_000;

const MAX_AT_ONCE = 4;

/**
 * Paths that are asked about in a minute. GitHub answers 5,000 questions an hour to a token, which discovery needs as well: these make 3,000.
 * They also bound how much is kept.
 */
const LISTS_PER_MINUTE = 30;
const REVISIONS_PER_MINUTE = 20;

/** What became of a question. */
export type HistoryReading<T> = { readAt: string } & (
  | {
      state: 'read';
      /** Undefined: there is no such ref or revision. */
      value: T | undefined;
    }
  | {
      state: 'failed';
      error: unknown;
      /** What was asked for is still on its way. */
      isReading: boolean;
    }
  /** What may be asked in this minute has been. */
  | { state: 'refused' }
);

interface Shared<T> {
  readings: Readings<HistoryReading<T>>;
  budget: Budget;
}

/**
 * The history of the repository of one source, for all who ask. They share answers, and can make the portal ask only so often, whatever
 * revisions they name.
 */
export class SourceHistory {
  readonly #history: GitHistory;
  readonly #now: () => number;
  readonly #limit = pLimit(MAX_AT_ONCE);
  readonly #lists: Shared<GitCommit[]>;
  readonly #contained: Shared<string[]>;

  static create(options: {
    history: GitHistory;
    /** Milliseconds since the epoch. */
    now: () => number;
  }): SourceHistory {
    return new SourceHistory(options.history, options.now);
  }

  private constructor(history: GitHistory, now: () => number) {
    this.#history = history;
    this.#now = now;
    this.#lists = {
      readings: createReadings({ now, keepMs: KEEP_MS }),
      budget: createBudget({ now, perMinute: LISTS_PER_MINUTE }),
    };
    this.#contained = {
      readings: createReadings({ now, keepMs: KEEP_CONTAINED_MS }),
      budget: createBudget({ now, perMinute: REVISIONS_PER_MINUTE }),
    };
  }

  /** The newest commits of a ref that touch any of the paths; never rejects. */
  list(about: {
    ref: string;
    paths: readonly string[];
  }): Promise<HistoryReading<GitCommit[]>> {
    return this.#ask(this.#lists, about, signal =>
      this.#history.list({ ...about, limit: MAX_COMMITS, signal }),
    );
  }

  /** Ids of the newest such commits that a revision contains; never rejects. To be asked after `list`, which brings the history. */
  listContained(about: {
    /** Full commit id. */
    revision: string;
    paths: readonly string[];
  }): Promise<HistoryReading<string[]>> {
    return this.#ask(this.#contained, about, async signal => {
      const limits = { limit: MAX_COMMITS, signal };
      const commits = await this.#history.listContained({
        ...about,
        ...limits,
      });
      return commits?.map(({ sha }) => sha);
    });
  }

  close(): Promise<void> {
    return this.#history.close();
  }

  #ask<T>(
    { readings, budget }: Shared<T>,
    about: { paths: readonly string[] },
    find: (signal: AbortSignal) => Promise<T | undefined>,
  ): Promise<HistoryReading<T>> {
    return readings.share(JSON.stringify(about), async () => {
      if (!budget.spend(Math.max(1, about.paths.length))) {
        return { readAt: this.#readAt(), state: 'refused' };
      }
      try {
        const value = await this.#findInTime(find);
        return { readAt: this.#readAt(), state: 'read', value };
      } catch (error) {
        const isReading = this.#history.isReading();
        return { readAt: this.#readAt(), state: 'failed', error, isReading };
      }
    });
  }

  /** Whoever asked first may leave: others wait for the same answer. So only time ends it, that of waiting for a turn included. */
  #findInTime<T>(find: (signal: AbortSignal) => Promise<T>): Promise<T> {
    return withDeadline(
      { signals: [], timeoutMs: HISTORY_DEADLINE_MS },
      signal =>
        this.#limit(async () => {
          signal.throwIfAborted();
          return find(signal);
        }),
    );
  }

  #readAt(): string {
    return new Date(this.#now()).toISOString();
  }
}

function createReadings<T>(options: {
  now: () => number;
  keepMs: number;
}): Readings<HistoryReading<T>> {
  const { now, keepMs } = options;
  return Readings.create<HistoryReading<T>>({
    now,
    maxAgeMs: keepMs,
    maxAgeOf: reading => {
      if (reading.state === 'refused') return 0;
      if (reading.state === 'failed') return KEEP_FAILURE_MS;
      // What is not there now may be pushed.
      return reading.value === undefined ? KEEP_MS : keepMs;
    },
  });
}
