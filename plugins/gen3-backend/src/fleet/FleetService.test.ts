import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { createFleet } from '../__testUtils__/createFleet';
import { fleetMember } from '../__testUtils__/fleetMember';
import {
  FLEET_SORTS,
  fleetPageSchema,
  fleetQuerySchema,
  fleetSummarySchema,
  type FleetQuery,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { TABLES } from '../database/tables';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { FleetService } from './FleetService';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const INTERVAL_MS = 60_000;
const MINUTE_MS = 60_000;

const members = [
  fleetMember('heart.example', {
    title: 'Heart Commons',
    owner: 'group:default/heart-team',
    release: '2026.06',
    source: 'main',
    meshRole: 'hub',
    meshMembers: ['lung.example', 'strange.example'],
  }),
  fleetMember('lung.example', {
    tier: 'staging',
    release: '2026.07',
    source: 'main',
    services: ['fence', 'guppy'],
  }),
  fleetMember('quiet.example', { release: 'mixed', source: 'other' }),
  fleetMember('fresh.example', {}),
  fleetMember('far.example', { relationship: 'associated', probing: 'off' }),
];

const rounds = {
  'heart.example': {
    status: 'down',
    cause: 'http-status',
    reason: 'Log-in is down: fence answers 500',
    since: NOW - 4 * MINUTE_MS,
    score: 41,
    inside: {
      status: 'degraded',
      cause: 'crash-loop',
      causes: ['crash-loop', 'out-of-sync', 'job-late', 'job-late:usersync'],
    },
    journeys: { login: 'down', search: 'up' },
  },
  'lung.example': {
    status: 'up',
    since: NOW - 10 * MINUTE_MS,
    inside: { status: 'up', cause: 'ok', causes: [] },
  },
  'quiet.example': {
    checkedAt: NOW - 14 * MINUTE_MS,
    inside: {
      status: 'degraded',
      cause: 'job-late',
      causes: ['job-late', 'job-late:etl-cronjob'],
    },
    journeys: { login: 'up' },
  },
} as const;

describe('FleetService', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    let service: FleetService;
    const query = (facts: Partial<FleetQuery> = {}): FleetQuery => ({
      ...fleetQuerySchema.parse({}),
      ...facts,
    });
    const hostnames = async (
      facts: Partial<FleetQuery>,
      access?: CommonsAccess,
    ) =>
      (await service.page(query(facts), access)).items.map(
        item => item.hostname,
      );

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      await createFleet(knex, { now: NOW, members, rounds });
      service = FleetService.create({
        knex,
        intervalMs: INTERVAL_MS,
        now: () => NOW,
      });
    });

    it('says of the cluster what it said, unless it is stale, and nothing where there is none', async () => {
      const { items } = await service.page(query(), undefined);
      expect(
        Object.fromEntries(
          items.map(({ hostname, inside }) => [hostname, inside]),
        ),
      ).toEqual({
        'heart.example': rounds['heart.example'].inside,
        'quiet.example': {
          status: 'unknown',
          cause: 'stale',
          causes: ['stale'],
        },
        'lung.example': { status: 'up', cause: 'ok', causes: [] },
        'fresh.example': undefined,
        'far.example': undefined,
      });
    });

    it('counts a commons by what users see and by all that its cluster says now', async () => {
      const { byCause } = await service.summary(undefined);
      expect(byCause).toEqual(
        [
          'crash-loop',
          'http-status',
          'job-late',
          'job-late:usersync',
          'never-asked',
          'ok',
          'out-of-sync',
          'probing-off',
          'stale',
        ].map(value => ({ value, count: 1 })),
      );
    });

    it('knows the worst of rounds from before all that a cluster says was written', async () => {
      const trx = await knex.transaction();
      try {
        await trx(TABLES.commons).update({ inside_causes_json: null });
        const before = FleetService.create({
          knex: trx,
          intervalMs: INTERVAL_MS,
          now: () => NOW,
        });
        const find = async (cause: FleetQuery['cause']) =>
          (await before.page(query({ cause }), undefined)).items;
        expect(await find(['crash-loop'])).toMatchObject([
          {
            hostname: 'heart.example',
            inside: { cause: 'crash-loop', causes: ['crash-loop'] },
          },
        ]);
        expect(await find(['out-of-sync'])).toEqual([]);
        const { byCause } = await before.summary(undefined);
        expect(byCause).toContainEqual({ value: 'crash-loop', count: 1 });
        expect(byCause).toContainEqual({ value: 'ok', count: 1 });
      } finally {
        await trx.rollback();
      }
    });

    it('shows worst first, what nobody asks last, then by name, and what is stale as unknown', async () => {
      const page = await service.page(query(), undefined);
      expect(fleetPageSchema.parse(page)).toEqual(page);
      expect(page.items.map(item => [item.hostname, item.status])).toEqual([
        ['heart.example', 'down'],
        ['fresh.example', 'unknown'],
        ['quiet.example', 'unknown'],
        ['lung.example', 'up'],
        ['far.example', 'unknown'],
      ]);
      expect(page.items[0]).toMatchObject({
        title: 'Heart Commons',
        reason: 'Log-in is down: fence answers 500',
        since: '2026-11-22T09:56:00.000Z',
        score: 41,
        journeys: { login: 'down', search: 'up' },
        release: '2026.06',
        behind: true,
        meshRole: 'hub',
        stale: false,
      });
      expect(page.items[4]).toMatchObject({ cause: 'probing-off' });
      expect(page.items[1]).toMatchObject({ cause: 'never-asked' });
      expect(page.items[2]).toMatchObject({
        cause: 'stale',
        stale: true,
        journeys: { login: 'unknown' },
        reason: 'No answer recorded for 14 min',
        since: '2026-11-22T09:49:00.000Z',
        behind: false,
      });
      expect(page.items[2].score).toBeUndefined();
      expect(page.items[3]).toMatchObject({ behind: false });
      expect(page).toMatchObject({
        totalItems: 5,
        asOf: '2026-11-22T10:00:00.000Z',
      });
    });

    it('believes a result for three intervals, and not a moment longer', async () => {
      const at = (now: number) =>
        FleetService.create({ knex, intervalMs: INTERVAL_MS, now: () => now });
      const lung = async (now: number) =>
        (await at(now).page(query({ q: 'lung' }), undefined)).items[0];
      expect(await lung(NOW + 3 * INTERVAL_MS)).toMatchObject({ status: 'up' });
      expect(await lung(NOW + 3 * INTERVAL_MS + 1)).toMatchObject({
        status: 'unknown',
        cause: 'stale',
      });
    });

    it('does not believe a result that a clock which was set back left in the future', async () => {
      // It showed as fresh until the clock was there again.
      const at = (now: number) =>
        FleetService.create({ knex, intervalMs: INTERVAL_MS, now: () => now });
      const lung = async (now: number) =>
        (await at(now).page(query({ q: 'lung' }), undefined)).items[0];
      expect(await lung(NOW - INTERVAL_MS)).toMatchObject({ status: 'up' });
      const ahead = NOW - INTERVAL_MS - 1;
      expect(await lung(ahead)).toMatchObject({
        status: 'unknown',
        cause: 'stale',
        stale: true,
        reason: 'No answer recorded since a clock was set back',
        since: undefined,
        score: undefined,
      });
      expect((await at(ahead).summary(undefined)).checkedAt).toBe(
        new Date(NOW - 14 * MINUTE_MS).toISOString(),
      );
    });

    it.each<[string, Partial<FleetQuery>, string[]]>([
      ['a word of the title', { q: 'HEART commons' }, ['heart.example']],
      ['a service', { q: 'guppy' }, ['lung.example']],
      ['part of a hostname', { q: 'quie' }, ['quiet.example']],
      ['words that are wildcards elsewhere', { q: '%' }, []],
      [
        'a status',
        { status: ['down', 'up'] },
        ['heart.example', 'lung.example'],
      ],
      [
        'what the cluster says beside what users see',
        { cause: ['job-late'] },
        ['heart.example'],
      ],
      [
        'what the cluster says beside what is worse',
        { cause: ['out-of-sync'] },
        ['heart.example'],
      ],
      [
        'the job that is late',
        { cause: ['job-late:usersync'] },
        ['heart.example'],
      ],
      ['a job that is not late', { cause: ['job-late:usersyn'] }, []],
      [
        'a late job of which nobody knows now',
        { cause: ['job-late:etl-cronjob'] },
        [],
      ],
      ['a status that staleness made', { cause: ['stale'] }, ['quiet.example']],
      ['a tier', { tier: ['staging'] }, ['lung.example']],
      ['a release', { release: ['mixed'] }, ['quiet.example']],
      ['an owner', { owner: ['group:default/heart-team'] }, ['heart.example']],
      ['a source', { source: ['other'] }, ['quiet.example']],
      [
        'a mesh',
        { mesh: ['heart.example'] },
        ['heart.example', 'lung.example'],
      ],
    ])('finds by %s', async (_label, facts, expected) => {
      expect(await hostnames(facts)).toEqual(expected);
      const { totalItems } = await service.page(
        query({ ...facts, limit: 1 }),
        undefined,
      );
      expect(totalItems).toBe(expected.length);
    });

    it('puts what has no value last in both orders', async () => {
      const last = async (facts: Partial<FleetQuery>) =>
        (await hostnames(facts)).slice(2);
      const without = ['far.example', 'fresh.example', 'quiet.example'];
      expect(await last({ sort: 'score', order: 'asc' })).toEqual(without);
      expect(await last({ sort: 'score', order: 'desc' })).toEqual(without);
      expect((await hostnames({ sort: 'age' }))[2]).toBe('quiet.example');
    });

    it('counts what the list shows', async () => {
      const summary = await service.summary(undefined);
      expect(fleetSummarySchema.parse(summary)).toEqual(summary);
      expect(summary).toMatchObject({
        total: 5,
        byStatus: { down: 1, degraded: 0, unknown: 3, maintenance: 0, up: 1 },
        bySource: [
          { value: 'main', count: 2 },
          { value: 'other', count: 1 },
        ],
        byMesh: [{ value: 'heart.example', count: 2 }],
        checkedAt: '2026-11-22T10:00:00.000Z',
      });
      expect(summary.byCause).toContainEqual({ value: 'stale', count: 1 });
    });

    it.each<[string, CommonsAccess, string[]]>([
      [
        'a rule',
        { column: 'owner', values: ['group:default/heart-team'] },
        ['heart.example'],
      ],
      [
        'rules in combination',
        {
          allOf: [
            { column: 'relationship', values: ['managed'] },
            {
              anyOf: [
                { column: 'tier', values: ['staging'] },
                { not: { column: 'owner', values: ['group:default/csoc'] } },
              ],
            },
          ],
        },
        ['heart.example', 'lung.example'],
      ],
      ['a rule that nothing passes', { column: 'tier', values: [] }, []],
    ])(
      'shows and counts only what %s allows',
      async (_label, access, expected) => {
        expect(await hostnames({}, access)).toEqual(expected);
        expect((await service.summary(access)).total).toBe(expected.length);
        expect(await hostnames({ q: 'quiet' }, access)).toEqual([]);
      },
    );

    it('does not count a mesh whose hub is hidden', async () => {
      const { byMesh } = await service.summary({
        column: 'tier',
        values: ['staging'],
      });
      expect(byMesh).toEqual([]);
    });

    it('does not tell who belongs to a mesh whose hub is hidden', async () => {
      const hidden: CommonsAccess = { column: 'tier', values: ['staging'] };
      expect(await hostnames({ mesh: ['heart.example'] }, hidden)).toEqual([]);
      const notTheHub: CommonsAccess = {
        not: { column: 'owner', values: ['group:default/heart-team'] },
      };
      expect(await hostnames({}, notTheHub)).toContain('lung.example');
      expect(await hostnames({ mesh: ['heart.example'] }, notTheHub)).toEqual(
        [],
      );
    });

    it('does not call a commons behind for a release that only hidden ones have', async () => {
      const access: CommonsAccess = {
        column: 'owner',
        values: ['group:default/heart-team'],
      };
      const { items } = await service.page(query(), access);
      expect(items).toMatchObject([
        { hostname: 'heart.example', release: '2026.06', behind: false },
      ]);
    });

    it('refuses a cursor of another order or of nothing', async () => {
      const { nextCursor } = await service.page(query({ limit: 1 }), undefined);
      const forged = Buffer.from(
        JSON.stringify({ v: 1, sort: 'attention', order: 'asc', after: ['x'] }),
      ).toString('base64url');
      await expect(
        service.page(query({ sort: 'name', cursor: nextCursor }), undefined),
      ).rejects.toThrow(
        'belongs to sort=attention&order=asc, not to sort=name',
      );
      await expect(
        service.page(query({ cursor: forged }), undefined),
      ).rejects.toThrow('is not a cursor of this list');
    });

    // PostgreSQL refused these with an error of its own, which was answered as 500.
    it.each<[string, Partial<FleetQuery>, unknown[]]>([
      ['a fraction', { sort: 'score' }, [0, 1.5, 'a', 'b']],
      ['a number beyond all', { sort: 'since' }, [0, 1e300, 'a', 'b']],
      ['a NUL', { sort: 'name' }, ['\0', 'a', 'b']],
    ])('refuses a cursor with %s', async (_label, facts, after) => {
      const { sort, order } = query(facts);
      const cursor = Buffer.from(
        JSON.stringify({ v: 1, sort, order, after }),
      ).toString('base64url');
      await expect(
        service.page(query({ ...facts, cursor }), undefined),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'InputError',
          message: expect.stringContaining('is not a cursor of this list'),
        }),
      );
    });

    it('finds nothing after a cursor that is far out', async () => {
      const far = Number.MAX_SAFE_INTEGER;
      const cursor = Buffer.from(
        JSON.stringify({
          v: 1,
          sort: 'attention',
          order: 'asc',
          after: [far, 'a', 'b'],
        }),
      ).toString('base64url');
      expect(await hostnames({ cursor })).toEqual([]);
    });

    it.each(
      FLEET_SORTS.flatMap(
        sort =>
          [
            [sort, 'asc'],
            [sort, 'desc'],
          ] as const,
      ),
    )(
      'pages through everything once, in one order, by %s %s',
      async (sort, order) => {
        const whole = await hostnames({ sort, order });
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          // Each page needs the cursor of the one before.
          const page = await service.page(
            query({ sort, order, cursor, limit: 2 }),
            undefined,
          );
          paged.push(...page.items.map(item => item.hostname));
          cursor = page.nextCursor;
        } while (cursor);
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(members.length);
      },
    );
  });
});
