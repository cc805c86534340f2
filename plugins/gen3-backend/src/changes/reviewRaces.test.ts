import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createGate } from '../__testUtils__/createGate';
import { createTestDatabases, migrate } from '../__testUtils__/testDatabases';
import { ALMA, newLaunch, TOMAS } from './__testUtils__/changeRecords';
import {
  createFakeHost,
  type FakeHost,
  refusal,
} from './__testUtils__/createFakeHost';
import { createTarget } from './__testUtils__/createTarget';
import { ChangePublisher } from './ChangePublisher';
import type { ChangeRecord } from './ChangeRecord';
import { ChangeTargets } from './ChangeTargets';
import { closeChange } from './closeChange';
import { DatabaseChangeStore } from './DatabaseChangeStore';
import { mergeChange } from './mergeChange';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const findPerson = async () => ({ name: 'Alma', email: 'alma@example.org' });

describe('merging and closing', () => {
  const databases = createTestDatabases();

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    let knex: Knex;
    let store: DatabaseChangeStore;

    beforeEach(async () => {
      knex = await migrate(await databases.init(databaseId));
      store = DatabaseChangeStore.create({ knex });
    });

    /** A change that is open in a repository, and what may be done to it. */
    async function open(host: FakeHost) {
      const logger = mockServices.logger.mock();
      const targets = ChangeTargets.create({
        targets: [createTarget()],
        createHost: () => host,
      });
      const given = { store, targets, findPerson, logger, signal };
      const record = await ChangePublisher.create(given).publish(
        await store.begin(newLaunch()),
        { signal },
      );
      return {
        record,
        merge: (as: ChangeRecord = record) =>
          mergeChange({ ...given, record: as, userRef: TOMAS }),
        close: () => closeChange({ ...given, record, endReason: 'Not wanted' }),
        now: () => store.get(record.id, undefined),
      };
    }

    it('merges, and remembers by which commit', async () => {
      const host = createFakeHost();
      const { record, merge, now } = await open(host);
      await merge();
      expect(await now()).toMatchObject({
        state: 'merged',
        mergeCommit: host.merged.get(record.commit ?? ''),
      });
    });

    it('closes nothing that is being merged', async () => {
      const gate = createGate();
      const begun = createGate();
      const host = createFakeHost({
        before: async operation => {
          if (operation !== 'merge') return;
          begun.open();
          await gate.wait();
        },
      });
      const { merge, close, now, record } = await open(host);
      const merging = merge();
      await begun.wait();
      await expect(close()).rejects.toMatchObject({
        name: 'ConflictError',
        message:
          '"Launch heart.example.org" is being merged by now: nothing was done',
      });
      expect(host.branches.has(record.branch)).toBe(true);
      gate.open();
      await merging;
      expect(await now()).toMatchObject({ state: 'merged' });
    });

    it('merges nothing that is being closed', async () => {
      const gate = createGate();
      const begun = createGate();
      const host = createFakeHost({
        before: async operation => {
          if (operation !== 'close') return;
          begun.open();
          await gate.wait();
        },
      });
      const { merge, close, now } = await open(host);
      const closing = close();
      await begun.wait();
      await expect(merge()).rejects.toThrow(
        '"Launch heart.example.org" is abandoned by now (Not wanted): nothing was done',
      );
      gate.open();
      await closing;
      expect([...host.merged]).toEqual([]);
      expect(await now()).toMatchObject({ state: 'abandoned' });
    });

    it('lets exactly one of two merge', async () => {
      const host = createFakeHost();
      const { merge } = await open(host);
      const results = await Promise.allSettled([merge(), merge()]);
      expect(results.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
      expect(host.asked.filter(what => what === 'merge')).toHaveLength(1);
    });

    it.each(['merge', 'close'] as const)(
      'leaves a change open that git does not %s',
      async what => {
        const host = createFakeHost({
          before: async operation => {
            if (operation === what) throw refusal('refused', 'a hook says no');
          },
        });
        const change = await open(host);
        await expect(change[what]()).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringContaining('a hook says no'),
        });
        expect(await change.now()).toMatchObject({
          state: 'open',
          endedAt: undefined,
          endReason: undefined,
        });
        expect((await store.findOpen('heart.example.org'))?.id).toBe('a');
      },
    );

    it('does not say that it closed what somebody merged in git itself', async () => {
      const host = createFakeHost();
      const { record, close, now } = await open(host);
      host.merged.set(record.commit ?? '', 'd'.repeat(40));
      await expect(close()).rejects.toThrow(
        /was merged in git already, as dddddddd/,
      );
      expect(await now()).toMatchObject({
        state: 'merged',
        mergeCommit: 'd'.repeat(40),
        endReason: undefined,
      });
    });

    it('closes a change also when git cannot tell whether it was merged', async () => {
      const host = createFakeHost({
        before: async operation => {
          if (operation === 'status') throw new Error('git died');
        },
      });
      const { close, now } = await open(host);
      await close();
      expect(await now()).toMatchObject({
        state: 'abandoned',
        endReason: 'Not wanted',
      });
    });

    it('does not open a change again whose hostname another one has by now', async () => {
      const { record } = await open(createFakeHost());
      const move = { from: 'open', to: 'abandoned' } as const;
      await store.advance(record.id, move);
      await store.begin(newLaunch({ id: 'b', author: ALMA }));
      expect(await store.reopen(record.id, 'abandoned')).toBe(false);
      expect(await store.get(record.id, undefined)).toMatchObject({
        state: 'abandoned',
      });
    });

    it('does not open what has a merge commit', async () => {
      const { merge, record, now } = await open(createFakeHost());
      await merge();
      expect(await store.reopen(record.id, 'merged')).toBe(false);
      expect(await now()).toMatchObject({ state: 'merged' });
    });
  });
});
