import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { getCommonsRow } from './CommonsRow';

/** A person can ask for a round of a commons once in this time. */
export const REFRESH_GAP_MS = 10_000;

/** What became of the wish for a round. */
export interface RefreshAnswer {
  /** False when somebody asked less than {@link REFRESH_GAP_MS} ago; that round counts for all. */
  scheduled: boolean;
}

/** Makes the next round of a commons due now, one that asks everything. */
export class RefreshService {
  readonly #knex: Knex;
  readonly #now: () => number;

  static create(options: { knex: Knex; now?: () => number }): RefreshService {
    return new RefreshService(options);
  }

  private constructor(options: { knex: Knex; now?: () => number }) {
    this.#knex = options.knex;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Asks for a round.
   *
   * @throws NotFoundError when there is no such commons, or the caller may not see it; ConflictError when its probing is
   * off.
   */
  async request(
    entityRef: string,
    caller: { access: CommonsAccess },
  ): Promise<RefreshAnswer> {
    const now = this.#now();
    const row = await getCommonsRow(this.#knex, entityRef, caller.access);
    if (row.probing === 'off') {
      throw new ConflictError(
        `Probing of "${entityRef}" is off; set its annotation gen3.org/probing to "on" to have it asked`,
      );
    }
    // Check and write in one statement: of several people at once, one wins.
    const updated = await this.#knex(TABLES.commons)
      .where({ entity_ref: entityRef })
      .where(query =>
        query
          .whereNull('refresh_requested_at')
          .orWhere('refresh_requested_at', '<=', now - REFRESH_GAP_MS)
          // By a clock that was set back since.
          .orWhere('refresh_requested_at', '>', now + REFRESH_GAP_MS),
      )
      .update({
        // One that is due already keeps its place in the queue: a wish never makes a round later.
        next_check_at: this.#knex.raw(
          'case when next_check_at < ? then next_check_at else ? end',
          [now, now],
        ),
        regular_check_at: now,
        refresh_requested_at: now,
      });
    return { scheduled: updated > 0 };
  }
}
