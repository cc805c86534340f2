import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createGate } from '../__testUtils__/createGate';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { newLaunch } from './__testUtils__/changeRecords';
import {
  createFakeHost,
  type FakeHost,
  type HostOperation,
  refusal,
} from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { ChangePublisher } from './ChangePublisher';
import { ChangeTargets } from './ChangeTargets';
import { DatabaseChangeStore } from './DatabaseChangeStore';

jest.setTimeout(60_000);

const { signal } = new AbortController();

describe('ChangePublisher', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    let knex: Knex;
    let store: DatabaseChangeStore;

    beforeEach(async () => {
      knex = await migrate(await databases.init(databaseId));
      store = DatabaseChangeStore.create({ knex });
    });

    /** A replica of the portal with its own way to the one repository. */
    function replica(host: FakeHost) {
      return ChangePublisher.create({
        store,
        targets: ChangeTargets.create({
          targets: [createTarget()],
          createHost: () => host,
        }),
        findPerson: async () => ({ name: 'Alma', email: 'alma@example.org' }),
        logger: mockServices.logger.mock(),
      });
    }

    /** The same repository, reached by a replica for which an operation is held up or fails. */
    function sameRepository(
      host: FakeHost,
      before: (operation: HostOperation) => Promise<void>,
    ): FakeHost {
      return {
        ...host,
        propose: async options => {
          await before('propose');
          return host.propose(options);
        },
        close: async options => {
          await before('close');
          return host.close(options);
        },
      };
    }

    it('puts the files onto the branch once, however often it is done', async () => {
      const host = createFakeHost();
      const record = await store.begin(newLaunch());
      const [first, second] = await Promise.all([
        replica(host).publish(record, { signal }),
        replica(host).publish(record, { signal }),
      ]);
      const commit = host.branches.get(record.branch);
      expect(first).toMatchObject({ state: 'open', commit });
      expect(second).toEqual(first);
    });

    it('leaves the branch of a replica that was faster, and takes its result', async () => {
      const host = createFakeHost();
      const record = await store.begin(newLaunch());
      const gate = createGate();
      const slow = replica(
        sameRepository(host, async operation => {
          if (operation !== 'propose') return;
          await gate.wait();
          throw refusal('refused', 'a lock is held');
        }),
      ).publish(record, { signal });
      const published = await replica(host).publish(record, { signal });
      gate.open();
      await expect(slow).resolves.toEqual(published);
      expect(host.branches.has(record.branch)).toBe(true);
      expect(await store.get('a', undefined)).toEqual(published);
    });

    it('takes away the branch that comes after the change has ended', async () => {
      const host = createFakeHost();
      const record = await store.begin(newLaunch());
      const gate = createGate();
      const slow = replica(
        sameRepository(host, async operation =>
          operation === 'propose' ? gate.wait() : undefined,
        ),
      ).publish(record, { signal });
      const failing = replica({
        ...host,
        propose: async () => {
          throw refusal('refused', 'the disk is full');
        },
      }).publish(record, { signal });
      await expect(failing).rejects.toThrow(/the disk is full/);
      gate.open();
      await expect(slow).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringMatching(/has ended meanwhile.*disk is full/),
      });
      expect([...host.branches]).toEqual([]);
      expect(await store.get('a', undefined)).toMatchObject({
        state: 'abandoned',
      });
    });

    it('deletes no branch that was there before', async () => {
      const host = createFakeHost();
      const record = await store.begin(newLaunch());
      host.branches.set(record.branch, 'e'.repeat(40));
      await expect(
        replica(host).publish(record, { signal }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(host.branches.get(record.branch)).toBe('e'.repeat(40));
    });

    it('cleans up after itself when the repository refuses', async () => {
      const host = createFakeHost({
        before: async operation => {
          if (operation === 'propose') throw refusal('refused', 'a hook');
        },
      });
      const record = await store.begin(newLaunch());
      await expect(replica(host).publish(record, { signal })).rejects.toThrow(
        /a hook/,
      );
      expect(host.asked).toEqual(['propose', 'close']);
      expect(await store.get('a', undefined)).toMatchObject({
        state: 'abandoned',
        endReason: expect.stringContaining('a hook'),
      });
    });
  });
});
