import {
  isDatabaseConflictError,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  CHANGE_ENDS,
  type ChangesQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { millis } from '../database/columns';
import { readCursor, writeCursor } from '../database/cursor';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { whereVisible } from '../permissions/whereVisible';
import {
  type ChangeApproval,
  type ChangeRecord,
  changeRowSchema,
  type ChangeStepRecord,
  changeStepRowSchema,
} from './ChangeRecord';
import type {
  ChangeRecordPage,
  ChangeStore,
  ChangeUpdate,
  NewChange,
} from './ChangeStore';
import { hasOpenChange } from './hasOpenChange';
import { forgetSecrets } from './forgetSecrets';
import { toChangeRow } from './toChangeRow';
import { toStepRow } from './toStepRow';

const cursorSchema = z.object({ at: z.number(), id: z.string() });
const countSchema = z.object({ count: z.coerce.number() });
const approvalSchema = z.object({ by: z.string(), at: millis });

/** A row of `gen3_change_steps`, and whose it is. */
const ownedStepSchema = z
  .looseObject({ change_id: z.string() })
  .transform(row => ({
    change_id: row.change_id,
    step: changeStepRowSchema.parse(row),
  }));

const ENDS: readonly string[] = CHANGE_ENDS;

/** {@link ChangeStore} in the plugin's database. */
export class DatabaseChangeStore implements ChangeStore {
  readonly #knex: Knex;
  readonly #now: () => number;
  readonly #logger: Pick<LoggerService, 'warn'> | undefined;
  /** Ids of the changes of which the log has said that they have such answers. */
  readonly #unread = new Set<string>();

  private constructor(options: DatabaseChangeStoreOptions) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  static create(options: DatabaseChangeStoreOptions): DatabaseChangeStore {
    return new DatabaseChangeStore(options);
  }

  async begin(change: NewChange): Promise<ChangeRecord> {
    // Two may begin at once: the unique indexes decide, and nothing is written for the second.
    const inserted = await this.#knex(TABLES.changes)
      .insert(toChangeRow(change, this.#now()))
      .onConflict()
      .ignore()
      .returning('id');
    if (inserted.length > 0) return this.#require(change.id);
    const other = await this.findOpen(change.hostname);
    if (other) throw hasOpenChange(other);
    throw new ConflictError(
      'Another change was proposed with the same key. Use a new key for a new change.',
    );
  }

  async findByKey(key: string | undefined, author: string) {
    return key === undefined
      ? undefined
      : this.#first({ idempotency_key: key, author });
  }

  async get(id: string, access: CommonsAccess) {
    return this.#first({ id }, access);
  }

  async findOpen(hostname: string) {
    return this.#first({ open_hostname: hostname });
  }

  async list(
    query: ChangesQuery,
    access: CommonsAccess,
  ): Promise<ChangeRecordPage> {
    const { limit, cursor, state, kind, hostname } = query;
    const matching = () =>
      whereVisible(this.#knex(TABLES.changes), access).modify(builder => {
        if (state === 'ongoing') builder.whereNotIn('state', CHANGE_ENDS);
        else if (state) builder.where({ state });
        if (kind) builder.where({ kind });
        if (hostname) builder.where({ hostname });
      });
    const from = cursor
      ? readCursor(cursor, {
          schema: cursorSchema,
          howToFix: 'begin with the first page',
        })
      : undefined;
    const rows = await matching()
      .modify(builder => {
        if (from) {
          builder.whereRaw('(created_at < ? or (created_at = ? and id < ?))', [
            from.at,
            from.at,
            from.id,
          ]);
        }
      })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    const records = this.#read(rows).slice(0, limit);
    const last = records.at(-1);
    const [{ count }] = z
      .tuple([countSchema])
      .parse(await matching().count({ count: '*' }));
    return {
      records,
      totalItems: count,
      ...(rows.length > limit && last
        ? { nextCursor: writeCursor({ at: last.createdAt, id: last.id }) }
        : {}),
    };
  }

  async listRetired(source: string): Promise<ChangeRecord[]> {
    const rows = await this.#knex(TABLES.changes)
      .where({ kind: 'retire', source })
      .whereIn('state', ['merged', 'succeeded'])
      .orderBy('created_at', 'desc');
    return this.#read(rows).filter(
      ({ request }) => request.kind === 'retire' && request.step === 'remove',
    );
  }

  async listOngoing(): Promise<ChangeRecord[]> {
    const rows = await this.#knex(TABLES.changes)
      .whereNotNull('open_hostname')
      .orderBy('created_at');
    return this.#read(rows);
  }

  async advance(
    id: string,
    { from, to }: { from: ChangeRecord['state']; to: ChangeRecord['state'] },
    update: ChangeUpdate = {},
  ): Promise<boolean> {
    const now = this.#now();
    const { url, baseCommit, commit, mergeCommit, endReason } = update;
    const end = ENDS.includes(to) ? await this.#endOf(id, now) : {};
    const count = await this.#knex(TABLES.changes)
      .where({ id, state: from })
      .update({
        state: to,
        updated_at: now,
        ...(url === undefined ? {} : { url }),
        ...(baseCommit === undefined ? {} : { base_commit: baseCommit }),
        ...(commit === undefined ? {} : { commit }),
        ...(mergeCommit === undefined ? {} : { merge_commit: mergeCommit }),
        ...(endReason === undefined ? {} : { end_reason: endReason }),
        ...end,
      });
    return count === 1;
  }

  async reopen(id: string, from: 'merged' | 'abandoned'): Promise<boolean> {
    try {
      const count = await this.#knex(TABLES.changes)
        .where({ id, state: from })
        .whereNull('merge_commit')
        .update({
          state: 'open',
          open_hostname: this.#knex.ref('hostname'),
          updated_at: this.#now(),
          ended_at: null,
          end_reason: null,
        });
      return count === 1;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }

  async approve(id: string, by: string): Promise<void> {
    await this.#knex(TABLES.changeApprovals)
      .insert({ change_id: id, by, at: this.#now() })
      .onConflict(['change_id', 'by'])
      .ignore();
  }

  async approvalsOf(id: string): Promise<ChangeApproval[]> {
    const rows = await this.#knex(TABLES.changeApprovals)
      .where({ change_id: id })
      .orderBy('at');
    return z.array(approvalSchema).parse(rows);
  }

  async stepsOf(id: string): Promise<ChangeStepRecord[]> {
    const rows = await this.#knex(TABLES.changeSteps).where({ change_id: id });
    return z.array(changeStepRowSchema).parse(rows);
  }

  async stepsOfEach(ids: readonly string[]) {
    const rows = await this.#knex(TABLES.changeSteps).whereIn('change_id', ids);
    const steps = new Map<string, ChangeStepRecord[]>();
    for (const row of z.array(ownedStepSchema).parse(rows)) {
      steps.set(row.change_id, [...(steps.get(row.change_id) ?? []), row.step]);
    }
    return steps;
  }

  async writeSteps(
    id: string,
    steps: Omit<ChangeStepRecord, 'since'>[],
  ): Promise<void> {
    if (steps.length === 0) return;
    const known = new Map(
      (await this.stepsOf(id)).map(step => [step.id, step]),
    );
    const now = this.#now();
    await this.#knex(TABLES.changeSteps)
      .insert(
        steps.map(step =>
          toStepRow(step, { change: id, before: known.get(step.id), now }),
        ),
      )
      .onConflict(['change_id', 'step'])
      .merge()
      .whereRaw(
        "(gen3_change_steps.state <> 'done' or excluded.state = 'done')",
      );
  }

  async #endOf(id: string, now: number) {
    const row: unknown = await this.#knex(TABLES.changes)
      .where({ id })
      .first('files_json');
    return { ended_at: now, open_hostname: null, ...forgetSecrets(row) };
  }

  async #first(where: object, access?: CommonsAccess) {
    const row: unknown = await whereVisible(
      this.#knex(TABLES.changes).where(where),
      access,
    ).first();
    return row === undefined ? undefined : this.#read([row])[0];
  }

  #read(rows: unknown[]): ChangeRecord[] {
    const records = z.array(changeRowSchema).parse(rows);
    for (const { id, unread } of records) {
      if (unread && !this.#unread.has(id)) {
        this.#unread.add(id);
        this.#logger?.warn(
          'A launch has answers that this version of the portal does not take any more, and leaves out',
          { change: id, answers: unread.join(', ') },
        );
      }
    }
    return records;
  }

  async #require(id: string): Promise<ChangeRecord> {
    const record = await this.#first({ id });
    if (!record) throw new Error(`The change "${id}" was written and is gone`);
    return record;
  }
}

/** What a {@link DatabaseChangeStore} needs. */
export interface DatabaseChangeStoreOptions {
  knex: Knex;
  /** @defaultValue nobody is told */
  logger?: Pick<LoggerService, 'warn'>;
  now?: () => number;
}
