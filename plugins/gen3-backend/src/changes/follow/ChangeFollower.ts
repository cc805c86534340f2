import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ChangeRecord } from '../ChangeRecord';
import type { ChangeStore } from '../ChangeStore';
import type { ChangeTargets } from '../ChangeTargets';
import type { ChangePublisher } from '../ChangePublisher';
import { endOfLaunch } from './endOfLaunch';
import { followLaunch } from './followLaunch';
import type { SightedCommons } from './LaunchSight';

/** After this long, whoever wrote the branch of a change has died: the request itself ends sooner. */
const PROPOSING_FOR_MS = 60_000;

/** What following needs. */
export interface ChangeFollowerOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  publisher: Pick<ChangePublisher, 'publish'>;
  readCommons: (
    entityRef: string,
    now: number,
  ) => Promise<SightedCommons | undefined>;
  logger: LoggerService;
  now?: () => number;
}

/** Looks at every change that has not ended, and writes down where it is. All it knows is in the database, so any replica can go on. */
export class ChangeFollower {
  readonly #options: ChangeFollowerOptions;
  readonly #now: () => number;

  private constructor(options: ChangeFollowerOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ChangeFollowerOptions): ChangeFollower {
    return new ChangeFollower(options);
  }

  /** Looks once. One change that cannot be followed keeps no other from it. @throws what the database throws. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, logger } = this.#options;
    for (const record of await store.listOngoing()) {
      if (signal.aborted) return;
      try {
        // One after the other: they share the repository.
        await this.#follow(record, signal);
      } catch (error) {
        if (signal.aborted) return;
        logger.warn('A change could not be followed', {
          change: record.id,
          error: stringifyError(error),
        });
      }
    }
  }

  async #follow(record: ChangeRecord, signal: AbortSignal): Promise<void> {
    if (record.state === 'proposing') {
      if (this.#now() - record.updatedAt > PROPOSING_FOR_MS) {
        await this.#options.publisher.publish(record, { signal });
      }
      return;
    }
    const current =
      record.state === 'open' ? await this.#lookAtHost(record, signal) : record;
    if (current) await this.#lookAtCommons(current);
  }

  /** It may have been merged or its branch taken away in git itself. @returns undefined when it has ended. */
  async #lookAtHost(
    record: ChangeRecord,
    signal: AbortSignal,
  ): Promise<ChangeRecord | undefined> {
    const { store, targets } = this.#options;
    const { id, branch, commit, source } = record;
    const { target, host } = targets.require(source);
    const { state, mergeCommit } = await host.status({
      branch,
      base: target.branch,
      commit,
      signal,
    });
    if (state === 'merged') {
      await store.advance(id, { from: 'open', to: 'merged' }, { mergeCommit });
      return store.get(id, undefined);
    }
    if (state === 'open') return record;
    const endReason = `The branch ${branch} was deleted, and its files are not in ${target.branch}`;
    await store.advance(id, { from: 'open', to: 'abandoned' }, { endReason });
    return undefined;
  }

  async #lookAtCommons(record: ChangeRecord): Promise<void> {
    const { store, readCommons } = this.#options;
    const { id, entityRef, state, updatedAt } = record;
    const now = this.#now();
    const [approvals, before, commons] = await Promise.all([
      store.approvalsOf(id),
      store.stepsOf(id),
      readCommons(entityRef, now),
    ]);
    const steps = followLaunch({
      now,
      record,
      approvedBy: approvals.map(({ by }) => by),
      commons,
      before,
    });
    await store.writeSteps(id, steps);
    const end = endOfLaunch(
      steps,
      state === 'merged' ? now - updatedAt : undefined,
    );
    if (end) {
      const move = { from: 'merged', to: end.state } as const;
      await store.advance(id, move, { endReason: end.reason });
    }
  }
}
