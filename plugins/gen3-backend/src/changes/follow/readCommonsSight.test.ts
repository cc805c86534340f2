import {
  type CheckResult,
  createServiceRegistry,
  LAUNCHING_LIFECYCLE,
  settle,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import type { FleetMember } from '../../fleet/FleetMember';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import { replaceCheckStates } from '../../history/checkStates';
import { readCommonsSight } from './readCommonsSight';

jest.setTimeout(60_000);

const NOON = Date.parse('2026-11-29T12:00:00.000Z');
const INTERVAL_MS = 60_000;
const HEART = 'system:default/heart.example';

/** A check that was asked at noon for the first time. */
const state = (checkId: string, facts: Partial<CheckResult> = {}) =>
  settle(
    undefined,
    {
      checkId,
      outcome: 'up',
      cause: 'ok',
      reason: 'answers as expected',
      evidence: {},
      checkedAt: new Date(NOON).toISOString(),
      ...facts,
    },
    { failuresToDown: 1, successesToUp: 1 },
  );

describe('readCommonsSight', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(databaseId));
    });

    /** A fleet with a commons, and what is seen of it some time after noon. */
    async function see(
      given: {
        facts?: Partial<FleetMember>;
        states?: ReturnType<typeof state>[];
        afterMs?: number;
        entityRef?: string;
      } = {},
    ) {
      const { facts = {}, states = [], afterMs = 0 } = given;
      const store = DatabaseFleetMemberStore.create({ knex });
      const members = [fleetMember('heart.example', facts)];
      await store.replace({ members, keep: [] });
      await replaceCheckStates(knex, HEART, states);
      return readCommonsSight({
        knex,
        registry: createServiceRegistry(),
        entityRef: given.entityRef ?? HEART,
        intervalMs: INTERVAL_MS,
        now: NOON + afterMs,
      });
    }

    it('sees nothing of a commons that is not in the fleet', async () => {
      const entityRef = 'system:default/brain.example';
      expect(await see({ entityRef })).toBeUndefined();
    });

    it('sees nothing of one that is only proposed', async () => {
      const facts = { tier: LAUNCHING_LIFECYCLE };
      expect(await see({ facts })).toBeUndefined();
    });

    it('sees each check with its layer, and whether one can log in', async () => {
      const sight = await see({
        facts: { kubernetes: { cluster: 'east-1', namespace: 'heart' } },
        states: [
          state('http:fence', { service: 'fence' }),
          state('inside:jobs:fence', {
            service: 'fence',
            outcome: 'degraded',
            cause: 'job-failed',
            reason: 'needs fence-dbcreate, which failed 1 min ago',
          }),
        ],
      });
      expect(sight).toMatchObject({
        probing: 'on',
        hasCluster: true,
        checks: [
          {
            checkId: 'http:fence',
            service: 'fence',
            layer: 'outside',
            status: 'up',
          },
          {
            checkId: 'inside:jobs:fence',
            layer: 'inside',
            status: 'degraded',
            cause: 'job-failed',
            reason: expect.stringContaining('fence-dbcreate'),
          },
        ],
      });
      expect(sight?.loginSince(0)).toMatchObject({
        status: expect.any(String),
      });
    });

    // What was seen before a change counted as its success.
    it('knows whether one can log in by what was asked from a time on', async () => {
      const sight = await see({
        facts: { services: ['fence'] },
        states: [state('http:fence', { service: 'fence' })],
      });
      expect(sight?.loginSince(NOON)).toMatchObject({ status: 'up' });
      expect(sight?.loginSince(NOON + 1)).toMatchObject({
        status: 'unknown',
        because: ['fence'],
      });
    });

    it('does not know what is too old', async () => {
      const sight = await see({
        states: [state('http:fence', { service: 'fence' })],
        afterMs: 4 * INTERVAL_MS,
      });
      expect(sight?.checks).toMatchObject([{ status: 'unknown' }]);
    });

    it('knows of one without a cluster, and that is not asked', async () => {
      expect(await see({ facts: { probing: 'off' } })).toMatchObject({
        probing: 'off',
        hasCluster: false,
        checks: [],
      });
    });

    it('has no log-in where there is no service for it', async () => {
      const sight = await see({ facts: { services: ['metadata'] } });
      expect(sight?.loginSince(0)).toBeUndefined();
    });
  });
});
