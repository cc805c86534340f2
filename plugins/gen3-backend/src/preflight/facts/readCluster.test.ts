import { mockServices } from '@backstage/backend-test-utils';
import type {
  ClusterNames,
  VersionReading,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import type { Knex } from 'knex';
import {
  createFakeClusters,
  failedReading,
  versionReading,
} from '../../__testUtils__/createFakeClusters';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import type { CommonsAccess } from '../../permissions/CommonsAccess';
import { type ClusterQuestion, readCluster } from './readCluster';

jest.setTimeout(60_000);

const members = [
  fleetMember('heart.example.org', {
    kubernetes: { cluster: 'east-1', namespace: 'heart' },
  }),
  fleetMember('hidden.example.org', {
    kubernetes: { cluster: 'west-1', namespace: 'hidden' },
    owner: 'group:default/other',
  }),
  fleetMember('lung.example.org', { cluster: 'north-1' }),
];

describe('readCluster', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await migrate(await databases.init(id));
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({ members, keep: [] });
    });

    const found = (...names: string[]): ClusterNames => ({
      state: 'read',
      names,
    });
    const ask = (
      name: string,
      {
        names = found('east-1', 'spare-1'),
        version = versionReading('1.35.2'),
        ...given
      }: Partial<ClusterQuestion> & {
        names?: ClusterNames;
        version?: VersionReading;
      } = {},
    ) =>
      readCluster({
        knex,
        access: undefined,
        discoverNames: async () => names,
        clusters: createFakeClusters({}, version),
        name,
        asking: {
          signal: new AbortController().signal,
          logger: mockServices.logger.mock(),
          timeoutMs: 5_000,
        },
        ...given,
      });

    it('knows one that is connected, used and answers', async () => {
      await expect(ask('east-1')).resolves.toEqual({
        known: true,
        value: {
          name: 'east-1',
          isConnected: { known: true, value: true },
          isUsed: true,
          others: ['east-1', 'spare-1', 'west-1'],
          reachable: { known: true, value: { answers: true } },
        },
      });
    });

    it('knows one that a commons names and Backstage does not, and does not ask it', async () => {
      const fact = await ask('north-1');
      expect(fact).toMatchObject({
        value: { isConnected: { known: true, value: false }, isUsed: true },
      });
      expect(fact).not.toHaveProperty('value.reachable');
    });

    it('knows nothing of another', async () => {
      await expect(ask('east-2')).resolves.toMatchObject({
        value: { isConnected: { known: true, value: false }, isUsed: false },
      });
    });

    it('names no cluster of commons that the caller may not see', async () => {
      const access: CommonsAccess = {
        column: 'owner',
        values: ['group:default/csoc'],
      };
      const names = found('east-1', 'spare-1', 'west-1');
      await expect(ask('east-2', { names, access })).resolves.toMatchObject({
        value: { others: ['east-1', 'spare-1'] },
      });
    });

    it('says why it does not know whether one is connected', async () => {
      const names = { state: 'failed', detail: 'answers 404' } as const;
      await expect(ask('east-1', { names })).resolves.toMatchObject({
        value: { isConnected: { known: false, why: 'answers 404' } },
      });
    });

    it('tells how one does not answer', async () => {
      const version = failedReading('unreachable', 'no connection');
      const how = 'no connection';
      await expect(ask('east-1', { version })).resolves.toMatchObject({
        value: { reachable: { known: true, value: { answers: false, how } } },
      });
    });
  });
});
