import { mockServices } from '@backstage/backend-test-utils';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import { readReleases } from './readReleases';

jest.setTimeout(60_000);

describe('readReleases', () => {
  const databases = createTestDatabases();
  const asking = {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };

  it.each(databases.eachSupportedId())(
    'tells monthly releases of fleet and config once each, oldest first, %p',
    async id => {
      const knex = await migrate(await databases.init(id));
      const members = [
        fleetMember('a.example', { release: '2026.10' }),
        fleetMember('b.example', { release: '2026.10' }),
        fleetMember('c.example', { release: '2025.12' }),
        fleetMember('d.example', { release: 'mixed' }),
        fleetMember('e.example'),
      ];
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({ members, keep: [] });
      const releases = ['2026.11', '2026.10', 'master'];
      await expect(readReleases({ knex, releases, asking })).resolves.toEqual({
        known: true,
        value: ['2025.12', '2026.10', '2026.11'],
      });
    },
  );
});
