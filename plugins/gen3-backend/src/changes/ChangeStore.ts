import type { ChangesQuery } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import type {
  ChangeApproval,
  ChangeRecord,
  ChangeStepRecord,
} from './ChangeRecord';

/** A change that is new. */
export type NewChange = Omit<
  ChangeRecord,
  | 'state'
  | 'createdAt'
  | 'updatedAt'
  | 'endedAt'
  | 'endReason'
  | 'mergeCommit'
  | 'unread'
> & { idempotencyKey?: string };

/** What may be written about a change later on. */
export type ChangeUpdate = Partial<
  Pick<
    ChangeRecord,
    'url' | 'baseCommit' | 'commit' | 'mergeCommit' | 'endReason'
  >
>;

/** One page of changes. */
export interface ChangeRecordPage {
  records: ChangeRecord[];
  totalItems: number;
  nextCursor?: string;
}

/** Remembers changes, for ever. A commons has at most one that has not ended. */
export interface ChangeStore {
  /**
   * Writes a new change in state `proposing`.
   *
   * @throws ConflictError when another change of the hostname has not ended, or another one has the idempotency key.
   */
  begin(change: NewChange): Promise<ChangeRecord>;
  /** The change that its author proposed with that idempotency key; without a key none. */
  findByKey(
    key: string | undefined,
    author: string,
  ): Promise<ChangeRecord | undefined>;
  /** Undefined: there is none, or the caller may not see it. */
  get(id: string, access: CommonsAccess): Promise<ChangeRecord | undefined>;
  /** The change of a hostname that has not ended. */
  findOpen(hostname: string): Promise<ChangeRecord | undefined>;
  list(query: ChangesQuery, access: CommonsAccess): Promise<ChangeRecordPage>;
  /** Changes by which commons of a source were removed, merged ones only, the newest first. */
  listRetired(source: string): Promise<ChangeRecord[]>;
  /** Changes that have not ended, the oldest first. */
  listOngoing(): Promise<ChangeRecord[]>;
  /**
   * Moves a change on, unless it is in another state by now. The files of one that ends lose the lines that hold secrets.
   *
   * @returns whether it was in the state `from`.
   */
  advance(
    id: string,
    move: { from: ChangeRecord['state']; to: ChangeRecord['state'] },
    update?: ChangeUpdate,
  ): Promise<boolean>;
  /**
   * Puts a change back to `open` that was about to be merged or closed and was not.
   *
   * @returns false: it is not in the state `from`, it has a merge commit, or another change has its hostname by now.
   */
  reopen(id: string, from: 'merged' | 'abandoned'): Promise<boolean>;
  /** Adds an approval; a second one of the same person changes nothing. */
  approve(id: string, by: string): Promise<void>;
  approvalsOf(id: string): Promise<ChangeApproval[]>;
  stepsOf(id: string): Promise<ChangeStepRecord[]>;
  /** Steps of several changes, by their ids; one without steps is not there. */
  stepsOfEach(
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ChangeStepRecord[]>>;
  /**
   * Writes steps as they are now; `since` of a step whose state is as before stays. A step that is done is not taken back: whoever looked earlier may
   * write later.
   */
  writeSteps(
    id: string,
    steps: Omit<ChangeStepRecord, 'since'>[],
  ): Promise<void>;
}
