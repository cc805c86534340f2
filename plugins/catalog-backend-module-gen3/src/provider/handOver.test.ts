import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createServiceRegistry,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { createPortalStarter } from '../__testUtils__/createPortalStarter';
import { readable } from '../__testUtils__/readings';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const startPortal = createPortalStarter(databases);

const A = 'a.example.org';
const B = 'b.example.org';

/** A registry that breaks at one service. */
function registryThatBreaksAt(name: string): ServiceRegistry {
  const registry = createServiceRegistry();
  return {
    ...registry,
    all: () => registry.all(),
    get: asked => {
      if (asked === name) {
        throw new Error('the registry breaks');
      }
      return registry.get(asked);
    },
  };
}

describe.each(databases.eachSupportedId())('handing entities over, %p', id => {
  it('a commons that cannot be built keeps its entities, and the others are published', async () => {
    const { portal, restart } = await startPortal(id);
    await portal.read('git', [
      readable(A, { services: [{ name: 'fence' }] }),
      readable(B),
    ]);
    const breaking = await restart({
      registry: registryThatBreaksAt('fence'),
    });
    await breaking.read('git', [
      readable(A, { services: [{ name: 'fence' }] }),
      readable(B, { title: 'New', services: [] }),
    ]);
    // Only added: a full mutation would remove what cannot be built.
    expect(breaking.mutations.map(({ mutation }) => mutation)).toEqual([
      { type: 'delta', added: [], removed: [] },
      {
        type: 'delta',
        added: [
          expect.objectContaining({
            entity: expect.objectContaining({
              metadata: expect.objectContaining({ title: 'New' }),
            }),
          }),
        ],
        removed: [],
      },
    ]);

    const mended = await restart();
    expect(mended.systems('git')).toEqual([A, B]);
  });

  // Every object answers to this name, so no source was published any more and the next start failed.
  it('a cluster may be called as what every object has', async () => {
    const { portal, restart } = await startPortal(id, {
      git: { argocd: { east: 'https://argo.example.org' } },
    });
    await portal.read('git', [
      readable(A, { cluster: 'constructor' }),
      readable(B, { cluster: 'toString' }),
    ]);
    expect(portal.systems('git')).toEqual([A, B]);
    expect((await restart()).systems('git')).toEqual([A, B]);
  });

  it('a start at which the catalog takes nothing goes on, and the next run tries again, also during an outage', async () => {
    const { portal, restart } = await startPortal(id);
    await portal.read('git', [readable(A)]);
    let refuses = true;
    const restarted = await restart({
      onMutation: () => {
        if (refuses) throw new Error('the catalog is not ready');
      },
    });
    expect(restarted.mutations).toEqual([]);

    refuses = false;
    await expect(restarted.read('git', new Error('down'))).rejects.toThrow(
      /down/,
    );
    expect(restarted.systems('git')).toEqual([A]);
    await expect(restarted.read('git', new Error('down'))).rejects.toThrow();
    expect(restarted.mutations).toHaveLength(1);
  });

  it('everything is handed over again once a day, counted apart, by one replica, also during an outage', async () => {
    const { portal, restart, now } = await startPortal(id, {
      git: {},
      list: {},
    });
    await portal.read('git', [readable(A)]);
    await portal.read('list', [readable(B)]);
    const replica = await restart();
    const before = portal.mutations.length + replica.mutations.length;

    now.value = new Date('2026-11-23T09:59:59.000Z');
    await portal.read('git', 'unchanged');
    expect(portal.mutations.length + replica.mutations.length).toBe(before);

    now.value = new Date('2026-11-23T10:00:00.000Z');
    await portal.read('git', 'unchanged');
    await replica.read('list', 'unchanged');
    const repeated = [...portal.mutations, ...replica.mutations].slice(-2);
    expect(portal.mutations.length + replica.mutations.length).toBe(before + 2);
    expect(repeated.map(({ mutation }) => mutation.type)).toEqual([
      'full',
      'full',
    ]);
    expect(portal.logged.at(-1)).toMatchObject({
      fields: { outcome: 'unchanged', mutations: 0, repeated: 2 },
    });

    now.value = new Date('2026-11-24T10:00:00.000Z');
    await expect(portal.read('git', new Error('down'))).rejects.toThrow();
    expect(portal.mutations.length + replica.mutations.length).toBe(before + 4);
  });

  it('what a process that ended half-way handed over is handed over anew', async () => {
    let refuses = false;
    const { portal, restart } = await startPortal(id);
    const other = await restart({
      onMutation: () => {
        if (refuses) throw new Error('the process ends');
      },
    });
    await portal.read('git', [readable(A)]);
    await other.read('git', 'unchanged');
    refuses = true;
    await expect(
      other.read('git', [readable(A, { title: 'New' })]),
    ).rejects.toThrow('the process ends');
    // Back to what was recorded as handed over, though the catalog may have the other by now.
    await portal.read('git', [readable(A)]);
    expect(portal.mutations).toHaveLength(2);
    expect(portal.entities('git')?.[0].metadata.title).not.toBe('New');
  });

  // Both applied and recorded in opposite orders, and the older state stayed for good.
  it('of two replicas that publish at once, the newest reading is what stays', async () => {
    const { portal, restart, revision } = await startPortal(id);
    const applied: string[] = [];
    let inside = 0;
    const titleIn = (mutation: EntityProviderMutation) =>
      mutation.type === 'full'
        ? mutation.entities.flatMap(({ entity }) => entity.metadata.title ?? [])
        : [];
    const record = (mutation: EntityProviderMutation) => {
      expect(inside).toBe(0);
      applied.push(titleIn(mutation)[0] ?? '');
    };
    const two = await restart({ onMutation: record });
    let second = Promise.resolve();
    const one = await restart({
      onMutation: async mutation => {
        inside += 1;
        second = two.read('git', [
          readable(A, { title: 'Newer', services: [] }),
        ]);
        // The other one reads something newer, and records it, while this one hands over; it then has the time of 50
        // queries to hand it over as well, and must not.
        for (let after = 0; after < 50; after += 1) {
          if ((await revision()) < 2) after = 0;
        }
        inside -= 1;
        record(mutation);
      },
    });
    await one.read('git', [readable(A, { title: 'Older', services: [] })]);
    await second;
    expect(applied.at(-1)).toBe('Newer');
    const third = await restart();
    await third.read('git', [readable(A, { title: 'Newer', services: [] })]);
    expect(third.systems('git')).toEqual([A]);
    expect(portal.mutations).toEqual([]);
  });

  it('a second replica that reads an unchanged source emits nothing', async () => {
    const { portal, restart } = await startPortal(id);
    const replica = await restart();
    await portal.read('git', [readable(A)]);
    await replica.read('git', [readable(A)]);
    expect(portal.mutations).toHaveLength(1);
    expect(replica.mutations).toEqual([]);
  });
});
