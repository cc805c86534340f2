import {
  FRONTEND_ROOTS,
  HEALTH_STATUSES,
  type CheckState,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import { jsonText, millis, nullableMillis } from '../database/columns';
import { TABLES } from '../database/tables';
import { placementOf } from '../database/placementOf';
import { listCheckStates, replaceCheckStates } from '../history/checkStates';
import { recordTransitions } from '../history/transitions';
import type { ClaimedCommons, RoundStore, SettledRound } from './RoundStore';

const claimedRow = z.object({
  entity_ref: z.string(),
  hostname: z.string(),
  base_url: z.string(),
  frontend_root: z.enum(FRONTEND_ROOTS),
  services_json: jsonText(z.array(z.string())),
  kubernetes_cluster: z.string().nullable(),
  kubernetes_namespace: z.string().nullable(),
  gone_rounds: z.number().int(),
  confirmations: z.number().int(),
  next_check_at: millis,
  checked_at: nullableMillis,
  status: z.enum(HEALTH_STATUSES),
  since: nullableMillis,
});

/** {@link RoundStore} in the plugin's database. */
export class DatabaseRoundStore implements RoundStore {
  readonly #knex: Knex;
  readonly #now: () => number;

  static create(options: { knex: Knex; now?: () => number }) {
    return new DatabaseRoundStore(options);
  }

  private constructor(options: { knex: Knex; now?: () => number }) {
    this.#knex = options.knex;
    this.#now = options.now ?? Date.now;
  }

  async claim(options: {
    leaseOwner: string;
    limit: number;
    leaseMs: number;
    nextCheckAt: number;
    farthestCheckAt: number;
  }): Promise<ClaimedCommons[]> {
    const now = this.#now();
    const knex = this.#knex;
    const { farthestCheckAt } = options;
    // Nobody puts a round off that far, nor holds one that long: a clock was set back since.
    const farthestLease = now + 2 * options.leaseMs;
    const isConfirming = 'regular_check_at > ? and regular_check_at <= ?';
    const chosen = knex(TABLES.commons)
      .select('entity_ref')
      .where('probing', 'on')
      .where(due =>
        due
          .where('next_check_at', '<=', now)
          .orWhere('next_check_at', '>', farthestCheckAt),
      )
      .where(free =>
        free
          .whereNull('lease_until')
          .orWhere('lease_until', '<=', now)
          .orWhere('lease_until', '>', farthestLease),
      )
      .orderByRaw(
        `case when ${isConfirming} then 1 else 0 end, next_check_at`,
        [now, farthestCheckAt],
      )
      .limit(options.limit);
    // One statement is atomic on SQLite. On PostgreSQL two replicas could choose the same rows at the same time, so
    // each locks its choice and skips what others have locked; the CTE makes the planner choose only once.
    if (knex.client.config.client === 'pg') {
      chosen.forUpdate().skipLocked();
    }
    const plannedCheckAt = knex.raw(
      `case when ${isConfirming} then regular_check_at else ? end`,
      [now, farthestCheckAt, options.nextCheckAt],
    );
    const rows = await knex(TABLES.commons)
      .with('due', chosen)
      .whereIn('entity_ref', knex.select('entity_ref').from('due'))
      .update({
        lease_owner: options.leaseOwner,
        lease_until: now + options.leaseMs,
        next_check_at: plannedCheckAt,
        regular_check_at: plannedCheckAt,
        confirmations: knex.raw(
          `case when ${isConfirming} then confirmations + 1 else 0 end`,
          [now, farthestCheckAt],
        ),
      })
      .returning(Object.keys(claimedRow.shape));
    return z
      .array(claimedRow)
      .parse(rows)
      .map(row => ({
        target: {
          entityRef: row.entity_ref,
          hostname: row.hostname,
          baseUrl: row.base_url,
          services: row.services_json,
          frontendRoot: row.frontend_root,
          kubernetes: placementOf(row),
        },
        claimedAt: now,
        goneRounds: row.gone_rounds,
        confirmations: row.confirmations,
        regularCheckAt: row.next_check_at,
        checkedAt: row.checked_at ?? undefined,
        status: row.status,
        since: row.since ?? undefined,
      }));
  }

  async countProbed(): Promise<number> {
    const row = await this.#knex(TABLES.commons)
      .where('probing', 'on')
      .count({ count: '*' })
      .first();
    return z.object({ count: z.coerce.number().int() }).parse(row).count;
  }

  listStates(entityRef: string): Promise<CheckState[]> {
    return listCheckStates(this.#knex, entityRef);
  }

  record(round: SettledRound): Promise<boolean> {
    const { entityRef, leaseOwner } = round;
    const unlessMoved = (column: string, at: number) =>
      this.#knex.raw('case when next_check_at = ? then ? else ?? end', [
        round.plannedCheckAt,
        at,
        column,
      ]);
    return this.#knex.transaction(async trx => {
      const held = await trx(TABLES.commons)
        .where({ entity_ref: entityRef, lease_owner: leaseOwner })
        .update({
          status: round.status,
          cause: round.cause,
          reason: round.reason,
          inside_status: round.inside?.status ?? null,
          inside_cause: round.inside?.cause ?? null,
          inside_causes_json: round.inside
            ? JSON.stringify(round.inside.causes)
            : null,
          since: round.since,
          score: round.score ?? null,
          journeys_json: JSON.stringify(round.journeys),
          checked_at: round.checkedAt ?? null,
          next_check_at: unlessMoved('next_check_at', round.nextCheckAt),
          regular_check_at: unlessMoved(
            'regular_check_at',
            round.regularCheckAt,
          ),
          gone_rounds: round.goneRounds,
          lease_owner: null,
          lease_until: null,
          ...this.#errorColumns(round.error),
        });
      if (held === 0) {
        return false;
      }
      await replaceCheckStates(trx, entityRef, round.states);
      await recordTransitions(trx, entityRef, {
        at: round.settledAt,
        transitions: round.transitions,
      });
      return true;
    });
  }

  async release(options: {
    entityRef: string;
    leaseOwner: string;
    error?: string;
  }): Promise<void> {
    const { entityRef, leaseOwner, error } = options;
    await this.#knex(TABLES.commons)
      .where({ entity_ref: entityRef, lease_owner: leaseOwner })
      .update({
        lease_owner: null,
        lease_until: null,
        ...(error === undefined ? {} : this.#errorColumns(error)),
      });
  }

  #errorColumns(error: string | undefined) {
    return {
      last_error: error ?? null,
      last_error_at: error === undefined ? null : this.#now(),
    };
  }
}
