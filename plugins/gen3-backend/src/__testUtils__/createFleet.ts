import type { Knex } from 'knex';
import { DatabaseRoundStore } from '../collector/DatabaseRoundStore';
import type { SettledRound } from '../collector/RoundStore';
import type { FleetMember } from '../fleet/FleetMember';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { settledRound } from './settledRound';

/**
 * Fills a database with commons, and with what the last round of some of them found:
 *
 * ```ts
 * await createFleet(knex, { now, members: [fleetMember('a.example')], rounds: { 'a.example': { status: 'down' } } });
 * ```
 */
export async function createFleet(
  knex: Knex,
  fleet: {
    now: number;
    members: FleetMember[];
    rounds?: Record<string, Partial<SettledRound>>;
  },
): Promise<void> {
  const { now, members, rounds = {} } = fleet;
  const store = DatabaseFleetMemberStore.create({
    knex,
    now: () => now - 1,
    phaseOf: () => 0,
  });
  await store.replace({ members, keep: [] });
  const asked = DatabaseRoundStore.create({ knex, now: () => now });
  await asked.claim({
    leaseOwner: 'test',
    limit: members.length,
    leaseMs: 1,
    nextCheckAt: now + 60_000,
    farthestCheckAt: now + 180_000,
  });
  for (const [hostname, facts] of Object.entries(rounds)) {
    await asked.record(
      settledRound(`system:default/${hostname}`, { checkedAt: now, ...facts }),
    );
  }
}
