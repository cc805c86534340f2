import { mockServices } from '@backstage/backend-test-utils';
import { fleetMember } from '../../__testUtils__/fleetMember';
import {
  createTestDatabases,
  migrate,
} from '../../__testUtils__/testDatabases';
import { DatabaseFleetMemberStore } from '../../fleet/FleetMemberStore';
import { readMembers } from './readMembers';

jest.setTimeout(60_000);

describe('readMembers', () => {
  const databases = createTestDatabases();
  const asking = {
    signal: new AbortController().signal,
    logger: mockServices.logger.mock(),
  };

  it.each(databases.eachSupportedId())(
    'tells which hostnames are commons, %p',
    async id => {
      const knex = await migrate(await databases.init(id));
      const members = [fleetMember('a.example'), fleetMember('b.example')];
      const store = DatabaseFleetMemberStore.create({ knex });
      await store.replace({ members, keep: [] });
      const ask = (...hostnames: string[]) =>
        readMembers({ knex, hostnames, asking });

      await expect(ask('b.example', 'x.example', 'b.example')).resolves.toEqual(
        { known: true, value: ['b.example'] },
      );
      await expect(ask()).resolves.toEqual({ known: true, value: [] });
    },
  );
});
