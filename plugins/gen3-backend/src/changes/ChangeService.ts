import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  ChangeDetails,
  ChangesPage,
  ChangesQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangePerson } from '@gen3-csoc/backstage-plugin-gen3-node';
import { toInstant } from '../database/columns';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { describeChange, describeChangeDetails } from './describeChange';
import { refuseSecrets } from './refuseSecrets';
import { toCallerError } from './toCallerError';

/** Who does something to a change. */
export interface ChangeCaller {
  access: CommonsAccess;
  /** Absent: a service. */
  userRef: string | undefined;
  mayApprove: boolean;
}

/** Whether the person is in the catalog or not, how commits name them. */
export type FindPerson = (userRef: string) => Promise<ChangePerson>;

/** What following and reviewing changes needs. */
export interface ChangeServiceOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  findPerson: FindPerson;
  now?: () => number;
}

/** Lists changes, and reviews those whose repository is on this machine. */
export class ChangeService {
  readonly #options: ChangeServiceOptions;
  readonly #now: () => number;

  private constructor(options: ChangeServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  static create(options: ChangeServiceOptions): ChangeService {
    return new ChangeService(options);
  }

  async page(query: ChangesQuery, access: CommonsAccess): Promise<ChangesPage> {
    const { records, ...page } = await this.#options.store.list(query, access);
    return {
      items: records.map(describeChange),
      ...page,
      asOf: toInstant(this.#now()),
    };
  }

  /** @throws NotFoundError when there is none, or the caller may not see it. */
  async get(id: string, caller: ChangeCaller): Promise<ChangeDetails> {
    return this.#describe(await this.#find(id, caller), caller);
  }

  /** @throws NotAllowedError when the caller may not, ConflictError when the change is not open. */
  async approve(id: string, caller: ChangeCaller): Promise<ChangeDetails> {
    const { record, userRef } = await this.#require(id, caller, 'approve');
    await this.#options.store.approve(record.id, userRef);
    return this.get(id, caller);
  }

  /** Merges exactly the commit that was proposed. @throws as {@link approve}, and ConflictError for conflicts in git. */
  async merge(
    id: string,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeDetails> {
    const { record, userRef } = await this.#require(id, caller, 'merge');
    const { store, targets, findPerson } = this.#options;
    const { target, host } = targets.require(record.source);
    const { branch, commit, title } = record;
    if (commit === undefined) {
      throw new ConflictError(`The change "${id}" has no commit yet`);
    }
    const author = await findPerson(userRef);
    const merged = await toCallerError(() =>
      host.merge({
        branch,
        base: target.branch,
        commit,
        message: `Merge: ${title}\n\nChange: ${id}\n`,
        author,
        signal,
      }),
    );
    await store.advance(
      id,
      { from: 'open', to: 'merged' },
      { mergeCommit: merged.commit },
    );
    return this.get(id, caller);
  }

  /** Closes a change without merging it, and takes its branch away. @throws as {@link approve}. */
  async close(
    id: string,
    caller: ChangeCaller,
    options: { reason?: string; signal: AbortSignal },
  ): Promise<ChangeDetails> {
    const { record, userRef } = await this.#require(id, caller, 'close');
    const { store, targets } = this.#options;
    const { host } = targets.require(record.source);
    const { reason, signal } = options;
    refuseSecrets('The reason for closing', reason ?? '');
    // First the branch: a change that is told to have ended shall not be merged by anybody.
    await toCallerError(() => host.close({ branch: record.branch, signal }));
    const why = reason ? `: ${reason}` : '';
    await store.advance(
      id,
      { from: 'open', to: 'abandoned' },
      { endReason: `Closed by ${userRef}${why}` },
    );
    return this.get(id, caller);
  }

  async #find(id: string, caller: ChangeCaller): Promise<ChangeRecord> {
    const record = await this.#options.store.get(id, caller.access);
    if (!record) {
      throw new NotFoundError(
        `There is no change ${JSON.stringify(id.slice(0, 40))}`,
      );
    }
    return record;
  }

  async #require(
    id: string,
    caller: ChangeCaller,
    action: 'approve' | 'merge' | 'close',
  ): Promise<{ record: ChangeRecord; userRef: string }> {
    const record = await this.#find(id, caller);
    const { may, whyNot } = await this.#describe(record, caller);
    const { userRef } = caller;
    if (may[action] && userRef !== undefined) return { record, userRef };
    if (record.state !== 'open') {
      throw new ConflictError(
        `"${record.title}" is ${record.state}: only an open change can be reviewed`,
      );
    }
    throw new NotAllowedError(
      `You cannot ${action} "${record.title}". ${
        whyNot ?? 'You approved it already.'
      }`,
    );
  }

  async #describe(record: ChangeRecord, caller: ChangeCaller) {
    const { store } = this.#options;
    const [approvals, steps] = await Promise.all([
      store.approvalsOf(record.id),
      store.stepsOf(record.id),
    ]);
    return describeChangeDetails({ record, approvals, steps, caller });
  }
}
