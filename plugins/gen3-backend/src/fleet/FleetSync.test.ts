import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Knex } from 'knex';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { TABLES } from '../database/tables';
import { DatabaseFleetMemberStore } from './FleetMemberStore';
import { FleetSync } from './FleetSync';

jest.setTimeout(60_000);

const commons = (
  hostname: string,
  annotations: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: hostname,
    namespace: 'default',
    annotations: { 'gen3.org/hostname': hostname, ...annotations },
  },
  spec: { type: 'gen3-commons', owner: 'heart-team' },
});

describe('FleetSync', () => {
  const databases = createTestDatabases();
  const { signal } = new AbortController();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;
    const logger = mockServices.logger.mock();
    const addChange = jest.fn();
    const syncOf = (entities: Entity[], fail?: Error) => {
      const catalog = catalogServiceMock({ entities });
      const { streamEntities } = catalog;
      catalog.streamEntities = async function* stream(...args) {
        yield* streamEntities.apply(catalog, args);
        if (fail) {
          throw fail;
        }
      };
      return FleetSync.create({
        catalog,
        auth: mockServices.auth(),
        store: DatabaseFleetMemberStore.create({ knex }),
        registry: createServiceRegistry(),
        changes: { addChange },
        logger,
      });
    };
    const stored = () =>
      knex(TABLES.commons)
        .orderBy('entity_ref')
        .select('hostname', 'owner', 'services_json', 'title');
    const hostnames = async () => (await stored()).map(row => row.hostname);

    beforeEach(async () => {
      knex = await migrate(await databases.init(id));
      await knex(TABLES.commons).delete();
      await knex(TABLES.meshMembers).delete();
      jest.clearAllMocks();
    });

    it('keeps the cluster of a commons whose namespace nobody names, so that its page can say so', async () => {
      const cluster = { 'backstage.io/kubernetes-cluster': 'east-1' };
      await syncOf([
        commons('a.example', cluster),
        commons('b.example', {
          ...cluster,
          'backstage.io/kubernetes-namespace': 'heart',
        }),
      ]).run(signal);
      const columns = ['kubernetes_cluster', 'kubernetes_namespace'];
      expect(
        await knex(TABLES.commons).orderBy('entity_ref').select(columns),
      ).toEqual([
        { kubernetes_cluster: 'east-1', kubernetes_namespace: null },
        { kubernetes_cluster: 'east-1', kubernetes_namespace: 'heart' },
      ]);
    });

    it('follows the catalog: adds, changes, removes, and writes nothing when nothing changed', async () => {
      await syncOf([
        commons('b.example', {
          'gen3.org/services': 'fence',
          'gen3.org/mesh-role': 'hub',
          'gen3.org/mesh-members': 'a.example',
        }),
        commons('a.example'),
      ]).run(signal);
      expect(await hostnames()).toEqual(['a.example', 'b.example']);
      expect((await stored())[1]).toMatchObject({
        owner: 'group:default/heart-team',
        services_json: '["fence"]',
      });
      expect(await knex(TABLES.meshMembers)).toHaveLength(2);

      const changed = [commons('b.example', { 'gen3.org/services': 'indexd' })];
      await syncOf(changed).run(signal);
      expect(await hostnames()).toEqual(['b.example']);
      expect((await stored())[0].services_json).toBe('["indexd"]');
      expect(await knex(TABLES.meshMembers)).toEqual([]);

      const writes: string[] = [];
      knex.on('query', ({ sql }: { sql: string }) => {
        if (!/^select/i.test(sql)) {
          writes.push(sql);
        }
      });
      await syncOf(changed).run(signal);
      knex.removeAllListeners('query');
      expect(writes).toEqual([]);
    });

    it('announces that something came, changed or went, and nothing else', async () => {
      const announced = async (entities: Entity[]) => {
        await syncOf(entities).run(signal);
        const { length } = addChange.mock.calls.splice(0);
        return length > 0;
      };
      const [a, b] = [commons('a.example'), commons('b.example')];
      expect(await announced([a, b])).toBe(true);
      expect(await announced([a, b])).toBe(false);
      const changed = commons('a.example', { 'gen3.org/services': 'indexd' });
      expect(await announced([changed, b])).toBe(true);
      expect(await announced([changed])).toBe(true);
      expect(await announced([changed])).toBe(false);
    });

    it('loses nothing when the catalog cannot be read to its end', async () => {
      await syncOf([commons('a.example'), commons('b.example')]).run(signal);
      const failing = syncOf(
        [commons('a.example')],
        new Error('catalog is down'),
      );
      await expect(failing.run(signal)).rejects.toThrow('catalog is down');
      expect(await hostnames()).toEqual(['a.example', 'b.example']);
    });

    it('keeps a commons whose entity broke, names it once, and reads the others', async () => {
      await syncOf([commons('a.example')]).run(signal);
      const sync = syncOf([
        commons('a.example', { 'gen3.org/probing': 'maybe' }),
        commons('b.example'),
      ]);
      await sync.run(signal);
      await sync.run(signal);
      expect(await hostnames()).toEqual(['a.example', 'b.example']);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.any(String),
        expect.objectContaining({
          entityRef: 'system:default/a.example',
          error: expect.stringContaining('gen3.org/probing'),
        }),
      );
    });

    it.each<[string, Entity]>([
      [
        'a release that is too long',
        commons('a.example', { 'gen3.org/release': 'r'.repeat(300) }),
      ],
      [
        'a lifecycle that is too long',
        { ...commons('a.example'), spec: { lifecycle: 'x'.repeat(300) } },
      ],
      [
        'an owner whose reference is too long',
        { ...commons('a.example'), spec: { owner: 'o'.repeat(250) } },
      ],
      [
        'a title with a NUL',
        {
          ...commons('a.example'),
          metadata: { ...commons('a.example').metadata, title: 'a\0b' },
        },
      ],
    ])(
      'keeps a commons with %s, and follows the others',
      async (_label, bad) => {
        // PostgreSQL refused the row, and with it all others: no commons came or went any more.
        await syncOf([commons('a.example'), commons('b.example')]).run(signal);
        await syncOf([bad, commons('c.example')]).run(signal);
        expect(await hostnames()).toEqual(['a.example', 'c.example']);
        expect(logger.warn).toHaveBeenCalledTimes(1);
      },
    );

    it('writes more commons than one statement takes', async () => {
      const many = Array.from({ length: 450 }, (_, i) =>
        commons(`c${i}.example`),
      );
      await syncOf(many).run(signal);
      expect(await hostnames()).toHaveLength(450);
      await syncOf([]).run(signal);
      expect(await hostnames()).toEqual([]);
    });
  });
});
