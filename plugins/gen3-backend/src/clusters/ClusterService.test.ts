import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { clustersPageSchema } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ClusterNames } from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import {
  createFakeClusters,
  failedReading,
} from '../__testUtils__/createFakeClusters';
import { createFakeClock } from '../__testUtils__/createFakeClock';
import { createGate, tick } from '../__testUtils__/createGate';
import { fleetMember } from '../__testUtils__/fleetMember';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../fleet/FleetMemberStore';
import type { CommonsAccess } from '../permissions/CommonsAccess';
import { ClusterService, type ClusterServiceOptions } from './ClusterService';

jest.setTimeout(60_000);

const UNKNOWN: ClusterNames = { state: 'failed', detail: 'not installed' };
const namesOf = async (...names: string[]): Promise<ClusterNames> => ({
  state: 'read',
  names,
});

const { signal } = new AbortController();
const callerOf = (access: CommonsAccess) => ({
  credentials: mockCredentials.user(),
  access,
});
const everybody = callerOf(undefined);

const placed = (hostname: string, cluster: string, owner?: string) =>
  fleetMember(hostname, {
    kubernetes: { cluster, namespace: hostname.split('.')[0] },
    ...(owner ? { owner } : {}),
  });

const members = [
  ...['a', 'b', 'c', 'd', 'e', 'f'].map(name =>
    placed(`${name}.example`, 'east-1'),
  ),
  ...[2, 3, 4, 5, 6].map(index =>
    placed(`only-${index}.example`, `east-${index}`, 'group:default/other'),
  ),
  fleetMember('lone.example'),
];

const resource = (name: string, type: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, namespace: 'default' },
  spec: { type, owner: 'csoc' },
});

describe('ClusterService', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      await DatabaseFleetMemberStore.create({ knex }).replace({
        members,
        keep: [],
      });
    });

    const create = (
      clusters: ClusterServiceOptions['clusters'] = createFakeClusters(),
      options: Partial<ClusterServiceOptions> = {},
    ) =>
      ClusterService.create({
        knex,
        catalog: catalogServiceMock({ entities: [] }),
        clusters,
        discoverNames: async () => UNKNOWN,
        logger: mockServices.logger.mock(),
        ...options,
      });

    it('pages through the clusters by name, with a few of their commons', async () => {
      const service = create();
      const first = await service.page({ limit: 4 }, everybody, { signal });
      const second = await service.page(
        { limit: 4, cursor: first.nextCursor },
        everybody,
        { signal },
      );
      expect(clustersPageSchema.parse(first).totalItems).toBe(6);
      expect(first.items.map(({ name }) => name)).toEqual([
        'east-1',
        'east-2',
        'east-3',
        'east-4',
      ]);
      expect(second.items.map(({ name }) => name)).toEqual([
        'east-5',
        'east-6',
      ]);
      expect(second.nextCursor).toBeUndefined();
      expect(first.items[0].commons.count).toBe(6);
      expect(
        first.items[0].commons.first.map(({ hostname }) => hostname),
      ).toEqual([
        'a.example',
        'b.example',
        'c.example',
        'd.example',
        'e.example',
      ]);
    });

    it('counts and asks only where the caller may see a commons', async () => {
      const clusters = createFakeClusters();
      const answer = await create(clusters).page(
        { limit: 20 },
        callerOf({ column: 'owner', values: ['group:default/csoc'] }),
        { signal },
      );
      expect(answer.items.map(({ name }) => name)).toEqual(['east-1']);
      expect(answer.totalItems).toBe(1);
      expect(clusters.asked).toContain('east-1/a/pods');
      expect(clusters.asked).toContain('east-1/*/nodes');
      expect(clusters.asked).not.toContain('east-1/*/pods');
      expect(clusters.asked.some(each => !each.startsWith('east-1/'))).toBe(
        false,
      );
    });

    it('shows clusters that Backstage knows and no commons names, to whoever may read the page', async () => {
      const clusters = createFakeClusters();
      const { items, totalItems } = await create(clusters, {
        discoverNames: () => namesOf('spare', 'east-1', 'east-2'),
      }).page(
        { limit: 20 },
        callerOf({ column: 'owner', values: ['group:default/csoc'] }),
        { signal },
      );
      expect(items.map(({ name }) => name)).toEqual(['east-1', 'spare']);
      expect(totalItems).toBe(2);
      expect(items[0].namespace).toBe('a');
      expect(items[1]).toMatchObject({
        reachability: 'reachable',
        version: '1.35.2',
        commons: { count: 0, first: [] },
      });
      expect(items[1].namespace).toBeUndefined();
      expect(clusters.asked.filter(each => each.startsWith('spare'))).toEqual([
        'spare/version',
        'spare/*/nodes',
        'spare/*/applications',
      ]);
    });

    it('links to the Resource of a cluster, and does without it when the catalog fails', async () => {
      const catalog = catalogServiceMock({
        entities: [
          resource('east-1', 'kubernetes-cluster'),
          resource('east-2', 'database'),
        ],
      });
      const page = async (service: ClusterService) =>
        (await service.page({ limit: 3 }, everybody, { signal })).items.map(
          ({ entityRef }) => entityRef,
        );
      expect(await page(create(undefined, { catalog }))).toEqual([
        'resource:default/east-1',
        undefined,
        undefined,
      ]);
      const broken = catalogServiceMock.mock({
        getEntitiesByRefs: async () => {
          throw new Error('no catalog today');
        },
      });
      expect(await page(create(undefined, { catalog: broken }))).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    });

    it('asks four clusters at once', async () => {
      const gate = createGate();
      const begun = new Set<string>();
      const answering = createFakeClusters();
      const page = create({
        ...answering,
        async list(kind, place, options) {
          begun.add(place.cluster);
          await gate.wait();
          return answering.list(kind, place, options);
        },
      }).page({ limit: 20 }, everybody, { signal });
      // eslint-disable-next-line no-await-in-loop -- until the fourth begins
      while (begun.size < 4) await tick();
      await tick();
      expect(begun.size).toBe(4);
      gate.open();
      expect((await page).items).toHaveLength(6);
    });

    it('answers at its deadline when clusters hang, and leaves no timer', async () => {
      const clock = createFakeClock(Date.parse('2026-11-27T12:00:00.000Z'));
      let begun = 0;
      const hang = (asked: AbortSignal) =>
        new Promise<ReturnType<typeof failedReading>>(resolve => {
          begun += 1;
          const giveUp = () =>
            resolve(failedReading('cancelled', 'nobody waited for it'));
          if (asked.aborted) giveUp();
          asked.addEventListener('abort', giveUp);
        });
      const page = create(
        {
          list: (_kind, _place, options) => hang(options.signal),
          readVersion: (_cluster, options) => hang(options.signal),
        },
        { clock },
      ).page({ limit: 20 }, everybody, { signal });
      // eslint-disable-next-line no-await-in-loop -- until the first hangs
      while (begun === 0) await tick();
      clock.advance(15_000);
      const { items } = await page;
      expect(items.map(({ reachability }) => reachability)).toEqual(
        Array(6).fill('unknown'),
      );
      expect(items[0].reason).toBe(
        'gave no answer in the time that this page waits',
      );
      expect(clock.pendingTimers()).toBe(0);
    });

    it.each([
      'nonsense',
      Buffer.from('{"v":1,"after":"a\\u0000"}').toString('base64url'),
    ])('refuses %p as a cursor', async cursor => {
      await expect(
        create().page({ limit: 4, cursor }, everybody, { signal }),
      ).rejects.toThrow(/is not a cursor of this list/);
    });
  });
});
