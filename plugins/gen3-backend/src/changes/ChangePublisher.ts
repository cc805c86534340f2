import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  ChangeHostError,
  type ProposedChange,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { ChangeRecord } from './ChangeRecord';
import type { FindPerson } from './ChangeService';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { endReasonOf } from './endReasonOf';
import { requireAsRead } from './requireAsRead';
import { toCallerError } from './toCallerError';

/** Milliseconds that cleaning up may take. */
const CLEAN_UP_MS = 30_000;

/** What publishing needs. */
export interface ChangePublisherOptions {
  store: Pick<ChangeStore, 'advance' | 'get'>;
  targets: Pick<ChangeTargets, 'requireLocal'>;
  findPerson: FindPerson;
  logger: LoggerService;
}

/**
 * Puts changes onto their branches. Several replicas may do it to one change at once, as the follower does for one that died: the row decides
 * what comes of it, and whoever could not move the row takes that for their result.
 */
export class ChangePublisher {
  readonly #options: ChangePublisherOptions;

  private constructor(options: ChangePublisherOptions) {
    this.#options = options;
  }

  static create(options: ChangePublisherOptions): ChangePublisher {
    return new ChangePublisher(options);
  }

  /**
   * Puts the files of a change onto its branch; may be repeated. One that is reviewed elsewhere is left as it is: whoever opens its pull
   * request writes the branch, too.
   *
   * @returns the change as it is then, whoever published it.
   * @throws ConflictError when the repository refuses, or the change has ended meanwhile. Then there is no branch of it.
   */
  async publish(
    record: ChangeRecord,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeRecord> {
    if (record.host !== 'local') return record;
    const { store, targets, findPerson } = this.#options;
    const { id, branch, source, message, author, files } = record;
    const { target, host } = targets.requireLocal(source);
    const person = await findPerson(author);
    let proposed: ProposedChange;
    try {
      proposed = await host.propose({
        branch,
        base: target.branch,
        message: `${message}\n\nChange: ${id}\n`,
        author: person,
        files: files.map(({ path, after }) => ({ path, content: after })),
        signal,
      });
      const { baseCommit } = proposed;
      await requireAsRead({ host, files, baseCommit, signal });
    } catch (error) {
      return this.#abandon(record, error);
    }
    // When this fails, the branch is there and the row says that it is being written: the follower does it again, which changes nothing.
    const { baseCommit, commit } = proposed;
    await store.advance(
      id,
      { from: 'proposing', to: 'open' },
      { baseCommit, commit },
    );
    const now = (await store.get(id, undefined)) ?? record;
    if (now.state !== 'abandoned') return now;
    // It was abandoned or closed while this was under way: the branch came after all, and nobody else would take it away.
    await this.#removeBranch(record, commit);
    throw hasEnded(now);
  }

  /** First the row: whoever moves it may clean up, and deletes no branch that another replica has just made. */
  async #abandon(record: ChangeRecord, error: unknown): Promise<ChangeRecord> {
    const { store } = this.#options;
    const { id } = record;
    const isMine = await store.advance(
      id,
      { from: 'proposing', to: 'abandoned' },
      { endReason: endReasonOf(error) },
    );
    const now = isMine ? record : await store.get(id, undefined);
    if (!isMine && now) {
      if (now.state === 'abandoned') throw hasEnded(now);
      return now;
    }
    // What was there before is not this change's to delete.
    const isOthers =
      error instanceof ChangeHostError && error.reason === 'branch-exists';
    if (!isOthers) await this.#removeBranch(record);
    return toCallerError(async () => {
      throw error;
    });
  }

  async #removeBranch(
    { id, branch, source }: ChangeRecord,
    commit?: string,
  ): Promise<void> {
    const { targets, logger } = this.#options;
    try {
      const { host } = targets.requireLocal(source);
      // Not the caller's signal: it may be why this is done.
      const signal = AbortSignal.timeout(CLEAN_UP_MS);
      await host.close({ branch, commit, signal });
    } catch (failure) {
      logger.warn('The branch of a change that failed may still be there', {
        change: id,
        branch,
        error: stringifyError(failure),
      });
    }
  }
}

function hasEnded({ title, endReason }: ChangeRecord): ConflictError {
  return new ConflictError(
    `"${title}" has ended meanwhile${endReason ? `: ${endReason}` : ''}`,
  );
}
