import type { LoggerService } from '@backstage/backend-plugin-api';
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
import type { ChangeNews } from '../notify/ChangeNotifier';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type { ChangeRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import type { ChangeTargets } from './ChangeTargets';
import { describeChange, describeChangeDetails } from './describeChange';
import { closeChange } from './closeChange';
import { mergeChange } from './mergeChange';
import { nameOfPerson } from './nameOfPerson';
import { openChange } from './openChange';
import { pullRequestOf } from './pullRequestOf';
import { releasePullRequest } from './releasePullRequest';
import { refuseSecrets } from './refuseSecrets';
import type { SettleChange } from './settleChange';

/** Who does something to a change. */
export interface ChangeCaller {
  access: CommonsAccess;
  /** Absent: a service. */
  userRef: string | undefined;
  mayApprove: boolean;
  /** The scaffolder asks, for a template that the person runs. @defaultValue false */
  isTemplate?: boolean;
}

/** Whether the person is in the catalog or not, how commits name them. */
export type FindPerson = (userRef: string) => Promise<ChangePerson>;

/** What following and reviewing changes needs. */
export interface ChangeServiceOptions {
  store: ChangeStore;
  targets: ChangeTargets;
  findPerson: FindPerson;
  settle: SettleChange;
  news: Pick<ChangeNews, 'ended'>;
  logger: LoggerService;
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
    const { store } = this.#options;
    const { records, ...page } = await store.list(query, access);
    const steps = await store.stepsOfEach(records.map(({ id }) => id));
    return {
      items: records.map(record =>
        describeChange(record, steps.get(record.id) ?? []),
      ),
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
    return this.#settled(record, caller, { inGit: false });
  }

  /** Merges exactly the commit that was proposed. @throws as {@link approve}, and ConflictError for conflicts in git. */
  async merge(
    id: string,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeDetails> {
    const { record, userRef } = await this.#require(id, caller, 'merge');
    await mergeChange({ ...this.#options, record, userRef, signal });
    return this.#settled(record, caller);
  }

  /** Closes a change without merging it, and takes its branch away. @throws as {@link approve}. */
  async close(
    id: string,
    caller: ChangeCaller,
    options: { reason?: string; signal: AbortSignal },
  ): Promise<ChangeDetails> {
    const { record, userRef } = await this.#require(id, caller, 'close');
    const { reason, signal } = options;
    refuseSecrets('The reason for closing', reason ?? '');
    const name = await nameOfPerson(userRef, this.#options);
    const endReason = `Closed by ${name}${reason ? `: ${reason}` : ''}`;
    await closeChange({ ...this.#options, record, endReason, signal });
    const closed = { ...record, state: 'abandoned', endReason } as const;
    await this.#options.news.ended(closed, userRef);
    return this.#settled(record, caller);
  }

  /** A change with what opens its pull request, for its author, also when it has waited for others; without that when it is open. @throws as {@link releasePullRequest}. */
  async open(
    id: string,
    caller: ChangeCaller,
    { signal }: { signal: AbortSignal },
  ): Promise<ChangeDetails> {
    const record = await this.#find(id, caller);
    const pullRequest = await releasePullRequest({
      ...this.#options,
      record,
      caller,
      signal,
    });
    const details = await this.#describe(record, caller);
    return pullRequest ? { ...details, pullRequest } : details;
  }

  /** Takes note of the pull request that the author opened where the repository is. @throws as {@link openChange}. */
  async opened(
    id: string,
    caller: ChangeCaller,
    { url }: { url: string },
  ): Promise<ChangeDetails> {
    const record = await this.#find(id, caller);
    const { userRef } = caller;
    await openChange({ ...this.#options, record, userRef, url });
    return this.#settled(record, caller);
  }

  /** A change that the caller has just proposed, with its first steps. @throws as {@link get}. */
  async proposed(id: string, caller: ChangeCaller): Promise<ChangeDetails> {
    return this.#settled(await this.#find(id, caller), caller);
  }

  async #settled(
    record: ChangeRecord,
    caller: ChangeCaller,
    what: { inGit: boolean } = { inGit: true },
  ): Promise<ChangeDetails> {
    await this.#options.settle(record, what);
    return this.get(record.id, caller);
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
      [`You cannot ${action} "${record.title}".`, whyNot].join(' ').trim(),
    );
  }

  async #describe(record: ChangeRecord, caller: ChangeCaller) {
    const { store } = this.#options;
    const [approvals, steps, pullRequest] = await Promise.all([
      store.approvalsOf(record.id),
      store.stepsOf(record.id),
      pullRequestOf({ ...this.#options, record, caller }),
    ]);
    const details = describeChangeDetails({ record, approvals, steps, caller });
    return pullRequest ? { ...details, pullRequest } : details;
  }
}
