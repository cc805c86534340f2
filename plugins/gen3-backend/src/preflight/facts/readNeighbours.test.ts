import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { type NeighboursQuestion, readNeighbours } from './readNeighbours';

jest.setTimeout(60_000);

const placed = (hostname: string, cluster: string, owner?: string) =>
  fleetMember(hostname, {
    kubernetes: { cluster, namespace: 'heart' },
    ...(owner ? { owner } : {}),
  });

const members = [
  placed('heart.example.org', 'east-1'),
  placed('hidden.example.org', 'east-1', 'group:default/other'),
  placed('lung.example.org', 'east-2'),
  fleetMember('kidney.example.org', { kubernetesCluster: 'east-2' }),
  fleetMember('liver.example.org', { cluster: 'north-1' }),
];

describe('readNeighbours', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({ members, keep: [] });
    });

    const ask = (question: Partial<NeighboursQuestion>) =>
      readNeighbours({
        knex,
        access: undefined,
        cluster: 'east-1',
        namespace: 'heart',
        hostname: 'new.example.org',
        asking: {
          signal: new AbortController().signal,
          logger: mockServices.logger.mock(),
        },
        ...question,
      });

    it('names who is there', async () => {
      await expect(ask({})).resolves.toEqual({
        known: true,
        value: {
          hostnames: ['heart.example.org', 'hidden.example.org'],
          hidden: 0,
        },
      });
    });

    it('only counts those that the caller may not see', async () => {
      const access: CommonsAccess = {
        column: 'owner',
        values: ['group:default/csoc'],
      };
      await expect(ask({ access })).resolves.toEqual({
        known: true,
        value: { hostnames: ['heart.example.org'], hidden: 1 },
      });
    });

    it('finds nobody in another namespace', async () => {
      await expect(ask({ namespace: 'brain' })).resolves.toEqual({
        known: true,
        value: { hostnames: [], hidden: 0 },
      });
    });

    it('does not count a commons as its own neighbour', async () => {
      const own = { cluster: 'east-2', hostname: 'lung.example.org' };
      await expect(ask({ ...own, namespace: 'heart' })).resolves.toMatchObject({
        known: false,
      });
      await expect(
        ask({ hostname: 'heart.example.org' }),
      ).resolves.toMatchObject({
        value: { hostnames: ['hidden.example.org'] },
      });
    });

    it.each(['east-2', 'north-1'])(
      'cannot say that a namespace of %s is free, for the namespace of another commons is not known',
      async cluster => {
        await expect(ask({ cluster, namespace: 'brain' })).resolves.toEqual({
          known: false,
          why: `The portal does not know in which namespaces of "${cluster}" a commons runs`,
        });
      },
    );
  });
});
