import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import {
  type EnvironmentQuestion,
  readSameEnvironment,
} from './readSameEnvironment';

jest.setTimeout(60_000);

const commons = (hostname: string, environment: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: {
    name: hostname,
    annotations: {
      'gen3.org/hostname': hostname,
      'gen3.org/environment': environment,
    },
  },
  spec: { type: 'gen3-commons' },
});

const ENTITIES = [
  commons('heart.example.org', 'east'),
  commons('hidden.example.org', 'east'),
  commons('lung.example.org', 'west'),
];

describe('readSameEnvironment', () => {
  const databases = createTestDatabases();
  const asking = {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };

  it.each(databases.eachSupportedId())(
    'tells which other commons are in an environment, %p',
    async id => {
      const knex = await migrate(await databases.init(id));
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({
        members: [
          fleetMember('heart.example.org'),
          fleetMember('hidden.example.org', { owner: 'group:default/other' }),
          fleetMember('lung.example.org'),
        ],
        keep: [],
      });
      const ask = (
        question: Partial<EnvironmentQuestion>,
        entities: Entity[] = ENTITIES,
      ) =>
        readSameEnvironment({
          knex,
          catalog: catalogServiceMock({ entities }),
          auth: mockServices.auth(),
          access: undefined,
          environment: 'east',
          hostname: 'new.example.org',
          asking,
          ...question,
        });

      const both = ['heart.example.org', 'hidden.example.org'];
      await expect(ask({})).resolves.toEqual({
        known: true,
        value: { hostnames: both, hidden: 0 },
      });
      await expect(
        ask({ access: { column: 'owner', values: ['group:default/csoc'] } }),
      ).resolves.toMatchObject({
        value: { hostnames: ['heart.example.org'], hidden: 1 },
      });
      await expect(
        ask({ hostname: 'heart.example.org' }),
      ).resolves.toMatchObject({
        value: { hostnames: ['hidden.example.org'], hidden: 0 },
      });
      await expect(ask({ environment: 'north' })).resolves.toEqual({
        known: true,
        value: { hostnames: [], hidden: 0 },
      });
      await expect(ask({}, [])).resolves.toMatchObject({
        known: false,
        why: expect.stringContaining('no commons at all'),
      });
    },
  );
});
