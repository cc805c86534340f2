import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  commonsHealthResponseSchema,
  createServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { createReplica } from '../__testUtils__/createReplica';
import { ANSWERS_500, createFakeChecks } from '../__testUtils__/fakeChecks';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import { HealthService } from './HealthService';
import { REFRESH_GAP_MS, RefreshService } from './RefreshService';

jest.setTimeout(60_000);

const INTERVAL_MS = 60_000;
const HEART = 'system:default/heart.example';
const caller = { credentials: mockCredentials.user(), access: undefined };

const fence: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'heart.example-fence',
    namespace: 'default',
    annotations: {
      'gen3.org/service': 'fence',
      'gen3.org/image-tag': '2026.07',
    },
  },
  spec: { type: 'gen3-service' },
  relations: [{ type: 'partOf', targetRef: HEART }],
};

describe('HealthService and RefreshService', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    const clock = createFakeClock();
    const catalog = catalogServiceMock({ entities: [fence] });
    const logger = mockServices.logger.mock();
    let knex: Knex;
    let health: HealthService;
    let refresh: RefreshService;
    let failing = false;
    const checks = createFakeChecks({
      now: clock.now,
      answer: ({ service }) =>
        failing && ['fence', 'portal'].includes(service) ? ANSWERS_500 : {},
    });

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      await DatabaseFleetMemberStore.create({
        knex,
        now: clock.now,
        phaseOf: () => 0,
      }).replace({
        members: [
          fleetMember('heart.example', { source: 'main' }),
          fleetMember('far.example', { probing: 'off' }),
          fleetMember('nowhere.example', {
            kubernetesCluster: 'east-1',
            probing: 'off',
          }),
          fleetMember('misspelt.example', {
            cluster: 'esat-1',
            source: 'main',
            probing: 'off',
          }),
          fleetMember('trial.example', {
            services: ['frontend-framework', 'portal'],
            frontendRoot: 'gen3ff',
          }),
        ],
        keep: [],
      });
      health = HealthService.create({
        knex,
        catalog,
        registry: createServiceRegistry(),
        intervalMs: INTERVAL_MS,
        logger,
        now: clock.now,
      });
      refresh = RefreshService.create({ knex, now: clock.now });
    });

    it('tells what was asked, what came back, and what that means', async () => {
      const { round } = createReplica({ name: 'one', knex, clock, checks });
      failing = true;
      for (let i = 0; i < 3; i += 1) {
        // One interval after the other.
        await round();
        clock.advance(INTERVAL_MS);
      }
      const answer = await health.get(HEART, caller);
      expect(
        commonsHealthResponseSchema.parse(JSON.parse(JSON.stringify(answer))),
      ).toMatchObject({
        entityRef: HEART,
        intervalMs: INTERVAL_MS,
        refreshing: false,
        health: {
          status: 'down',
          cause: 'http-status',
          stale: false,
          services: expect.arrayContaining([
            expect.objectContaining({
              name: 'fence',
              status: 'down',
              imageTag: '2026.07',
              entityRef: 'component:default/heart.example-fence',
            }),
            expect.objectContaining({ name: 'indexd', status: 'up' }),
          ]),
        },
        layers: [
          { id: 'outside', state: 'connected' },
          { id: 'inside', state: 'missing', hint: expect.any(String) },
          { id: 'git', state: 'connected' },
        ],
      });
      // Pages once led to a service's Component whether the catalog had one or not.
      expect(
        answer.health.services.find(({ name }) => name === 'indexd')?.entityRef,
      ).toBeUndefined();
      expect(answer.transitions[0].at).toBe(answer.health.since);
      expect(answer.lastError).toBeUndefined();
    });

    it('names the cluster of a commons whose namespace nobody names', async () => {
      // It was told to add a cluster that Backstage knew already.
      const { layers } = await health.get(
        'system:default/nowhere.example',
        caller,
      );
      expect(layers[1]).toEqual({
        id: 'inside',
        state: 'missing',
        hint: expect.stringMatching(
          /^No namespace is named in cluster "east-1"/,
        ),
      });
    });

    it('names a cluster that Backstage does not have as the source calls it', async () => {
      const { layers } = await health.get(
        'system:default/misspelt.example',
        caller,
      );
      expect(layers[1]).toMatchObject({
        state: 'missing',
        hint: expect.stringContaining('cannot match "esat-1"'),
      });
    });

    it('knows which front end answers at the root, in its fleet and on its page', async () => {
      const entityRef = 'system:default/trial.example';
      const { health: page } = await health.get(entityRef, caller);
      const row = await knex(TABLES.commons)
        .where({ entity_ref: entityRef })
        .first();
      expect(page.services[0]).toMatchObject({
        name: 'portal',
        status: 'down',
      });
      expect([page.status, row.status]).toEqual(['degraded', 'degraded']);
    });

    it('says that a round is under way', async () => {
      const replica = createReplica({
        name: 'slow',
        knex,
        clock,
        checks: createFakeChecks({
          now: clock.now,
          answer: () => new Promise(() => {}),
        }),
      });
      void (await replica.collector.startDueRounds());
      expect((await health.get(HEART, caller)).refreshing).toBe(true);
      await replica.collector.stop();
      expect((await health.get(HEART, caller)).refreshing).toBe(false);
    });

    it('does not believe what is older than three intervals', async () => {
      clock.advance(14 * INTERVAL_MS);
      const { health: now } = await health.get(HEART, caller);
      expect(now).toMatchObject({
        status: 'unknown',
        cause: 'stale',
        stale: true,
      });
    });

    it('answers without tags and links when the catalog does not', async () => {
      const broken = jest
        .spyOn(catalog, 'queryEntities')
        .mockRejectedValueOnce(new Error('catalog is down'));
      const { services } = (await health.get(HEART, caller)).health;
      expect(services.length).toBeGreaterThan(0);
      expect(
        services.filter(({ imageTag, entityRef }) => imageTag ?? entityRef),
      ).toEqual([]);
      expect(logger.info).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({ error: 'Error: catalog is down' }),
      );
      broken.mockRestore();
    });

    it('hides a commons from those who may not see it', async () => {
      const access = {
        column: 'owner',
        values: ['group:default/other'],
      } as const;
      const other = {
        ...caller,
        access: { ...access, values: [...access.values] },
      };
      await expect(health.get(HEART, other)).rejects.toMatchObject({
        name: 'NotFoundError',
        message: expect.stringContaining(`"${HEART}"`),
      });
      await expect(refresh.request(HEART, other)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });

    it('makes a round due at once, for several people together', async () => {
      const { round } = createReplica({ name: 'one', knex, clock, checks });
      await round();
      const before = checks.asked.length;

      expect(await refresh.request(HEART, caller)).toEqual({ scheduled: true });
      expect(await refresh.request(HEART, caller)).toEqual({
        scheduled: false,
      });
      await round();
      await round();
      expect(checks.asked.length).toBe(before + 2);

      clock.advance(REFRESH_GAP_MS);
      expect(await refresh.request(HEART, caller)).toEqual({ scheduled: true });
      // A wish from before the clock was set back does not count for an hour.
      clock.advance(-3_600_000);
      expect(await refresh.request(HEART, caller)).toEqual({ scheduled: true });
    });

    it('lets one of many who ask at the same time have a round, and moves none that is due to the back', async () => {
      clock.advance(2 * INTERVAL_MS);
      const dueAt = clock.now() - 30_000;
      await knex(TABLES.commons)
        .where({ entity_ref: HEART })
        .update({ next_check_at: dueAt });
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => refresh.request(HEART, caller)),
      );
      expect(answers.filter(({ scheduled }) => scheduled)).toHaveLength(1);
      // Whoever asked every ten seconds kept a commons from being asked at all when rounds were late.
      const row = await knex(TABLES.commons)
        .where({ entity_ref: HEART })
        .first();
      expect(Number(row.next_check_at)).toBe(dueAt);
      expect(Number(row.regular_check_at)).toBe(clock.now());
    });

    it('refuses to have a commons asked whose probing is off', async () => {
      await expect(
        refresh.request('system:default/far.example', caller),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('gen3.org/probing'),
      });
      expect(
        await health.get('system:default/far.example', caller),
      ).toMatchObject({
        health: { status: 'unknown', cause: 'probing-off' },
        layers: [
          { id: 'outside', state: 'off' },
          {},
          { id: 'git', state: 'missing' },
        ],
      });
    });
  });
});
