import { InputError } from '@backstage/errors';
import {
  type FleetPage,
  type FleetQuery,
  type FleetSummary,
  type HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { z } from 'zod';
import {
  nullableMillis,
  toInstant,
  toOptionalInstant,
} from '../database/columns';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { whereVisible } from '../permissions/whereVisible';
import { decodeCursor, encodeCursor } from './fleetCursor';
import { whereFiltered } from './fleetFilters';
import {
  areValuesOf,
  orderByKeys,
  readKeys,
  sortKeysOf,
  whereAfter,
} from './fleetSort';
import { queryFleet } from './fleetView';
import { insideCausesJson, insideCausesOf } from './insideCauses';
import { toFleetRow } from './toFleetRow';

type Count = { value: string; count: number };

const countRows = z.array(
  z.object({ value: z.string(), count: z.coerce.number().int() }),
);
const causeGroups = z.array(
  z.object({
    cause: z.string(),
    inside_cause: z.string().nullable(),
    inside_causes_json: insideCausesJson,
    count: z.coerce.number().int(),
  }),
);
const totalRow = z.object({ count: z.coerce.number().int() });

/** What the fleet's reading needs. */
export interface FleetServiceOptions {
  knex: Knex;
  /** Time between two rounds of a commons. */
  intervalMs: number;
  now?: () => number;
}

/** Answers questions about the whole fleet from the database; no request loads the fleet. */
export class FleetService {
  readonly #knex: Knex;
  readonly #intervalMs: number;
  readonly #now: () => number;

  static create(options: FleetServiceOptions): FleetService {
    return new FleetService(options);
  }

  private constructor(options: FleetServiceOptions) {
    this.#knex = options.knex;
    this.#intervalMs = options.intervalMs;
    this.#now = options.now ?? Date.now;
  }

  /**
   * One page of the commons that the caller may see and the query chooses.
   *
   * @throws InputError when the cursor is not one of this list.
   */
  async page(query: FleetQuery, access: CommonsAccess): Promise<FleetPage> {
    const now = this.#now();
    const knex = this.#knex;
    const { sort, order, limit } = query;
    const keys = sortKeysOf({ sort, order, knex });

    const rowsQuery = orderByKeys(
      this.#choose(query, access, now).select('*'),
      knex,
      keys,
    ).limit(limit + 1);
    if (query.cursor !== undefined) {
      const after = decodeCursor(query, query.cursor);
      if (!areValuesOf(keys, after)) {
        throw new InputError(
          `cursor: "${query.cursor.slice(
            0,
            80,
          )}" is not a cursor of this list; take "nextCursor" of the page before as it is`,
        );
      }
      whereAfter(rowsQuery, keys, after);
    }
    const [rows, total, newestRelease] = await Promise.all([
      rowsQuery,
      this.#choose(query, access, now).count({ count: '*' }).first(),
      this.#newestRelease(access),
    ]);

    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map((row: unknown) =>
        toFleetRow(row, { now, newestRelease }),
      ),
      totalItems: totalRow.parse(total).count,
      nextCursor:
        last && rows.length > limit
          ? encodeCursor(query, readKeys(keys, last))
          : undefined,
      asOf: toInstant(now),
    };
  }

  /** Counts of the commons that the caller may see. */
  async summary(access: CommonsAccess): Promise<FleetSummary> {
    const now = this.#now();
    const count = (column: string) =>
      this.#count(column, this.#choose({}, access, now));
    const [newest, statuses, release, source, tier, owner, cause, mesh] =
      await Promise.all([
        this.#choose({}, access, now)
          .where('checked_at', '<=', now + this.#intervalMs)
          .max({ at: 'checked_at' })
          .first(),
        count('status'),
        count('release'),
        count('source'),
        count('tier'),
        count('owner'),
        this.#countCauses(access, now),
        this.#countMeshes(access, now),
      ]);
    return {
      total: statuses.reduce((sum, entry) => sum + entry.count, 0),
      byStatus: byStatus(statuses),
      byRelease: release,
      bySource: source,
      byTier: tier,
      byOwner: owner,
      byMesh: mesh,
      byCause: cause,
      checkedAt: toOptionalInstant(
        z.object({ at: nullableMillis }).parse(newest).at,
      ),
      asOf: toInstant(now),
    };
  }

  #choose(
    filters: Partial<FleetQuery>,
    access: CommonsAccess,
    now: number,
  ): Knex.QueryBuilder {
    const fleet = queryFleet(this.#knex, {
      now,
      intervalMs: this.#intervalMs,
    });
    return whereFiltered(whereVisible(fleet, access), filters, access);
  }

  async #count(column: string, query: Knex.QueryBuilder): Promise<Count[]> {
    return sortCounts(
      countRows.parse(
        await query
          .whereNotNull(column)
          .groupBy(column)
          .select({ value: column })
          .count({ count: '*' }),
      ),
    );
  }

  /** Commons by cause, each also by all that its cluster says. */
  async #countCauses(access: CommonsAccess, now: number): Promise<Count[]> {
    // Few commons say the same in another way, so this is a short list.
    const columns = ['cause', 'inside_cause', 'inside_causes_json'];
    const groups = causeGroups.parse(
      await this.#choose({}, access, now)
        .groupBy(columns)
        .select(columns)
        .count({ count: '*' }),
    );
    const counts = new Map<string, number>();
    for (const { count, ...row } of groups) {
      for (const value of new Set([
        row.cause,
        ...(insideCausesOf(row) ?? []),
      ])) {
        counts.set(value, (counts.get(value) ?? 0) + count);
      }
    }
    return sortCounts([...counts].map(([value, count]) => ({ value, count })));
  }

  /** Members of a mesh that the caller may see, by the hostname of a hub that the caller may see. */
  #countMeshes(access: CommonsAccess, now: number): Promise<Count[]> {
    const hubs = this.#choose({}, access, now).select('entity_ref');
    const members = this.#choose({}, access, now)
      .join(TABLES.meshMembers, 'member_hostname', 'hostname')
      .whereIn('hub_ref', hubs);
    return this.#count('hub_hostname', members);
  }

  /** The newest monthly release (`2026.07`) of any commons that the caller may see. */
  async #newestRelease(access: CommonsAccess): Promise<string | undefined> {
    const row = await whereVisible(this.#knex(TABLES.commons), access)
      .where('release', 'like', '20__.__')
      .max({ release: 'release' })
      .first();
    return (
      z.object({ release: z.string().nullable() }).parse(row).release ??
      undefined
    );
  }
}

/** Most first, then by value. */
function sortCounts(counts: Count[]): Count[] {
  return [...counts].sort(
    (a, b) => b.count - a.count || (a.value < b.value ? -1 : 1),
  );
}

function byStatus(counts: Count[]): Record<HealthStatus, number> {
  const of = (status: HealthStatus) =>
    counts.find(entry => entry.value === status)?.count ?? 0;
  return {
    down: of('down'),
    degraded: of('degraded'),
    unknown: of('unknown'),
    maintenance: of('maintenance'),
    up: of('up'),
  };
}
