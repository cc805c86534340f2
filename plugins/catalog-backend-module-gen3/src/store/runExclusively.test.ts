import { TestDatabases } from '@backstage/backend-test-utils';
import { runExclusively } from './runExclusively';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

/** Work that has begun, and goes on until it is told to end. */
function createGate() {
  let enter = () => {};
  let open = () => {};
  const entered = new Promise<void>(resolve => {
    enter = resolve;
  });
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  const work = async () => {
    enter();
    await opened;
  };
  return { work, entered, open: () => open() };
}

describe.each(databases.eachSupportedId())('runExclusively, %p', id => {
  it('does not begin work that was cancelled while it waited', async () => {
    const knex = await databases.init(id);
    const gate = createGate();
    const abort = new AbortController();
    const first = runExclusively(knex, gate.work);
    await gate.entered;
    let hasBegun = false;
    const second = runExclusively(
      knex,
      async () => {
        hasBegun = true;
      },
      { signal: abort.signal },
    );
    abort.abort(new Error('cancelled'));
    gate.open();
    await first;
    await expect(second).rejects.toThrow('cancelled');
    expect(hasBegun).toBe(false);
  });

  if (!id.startsWith('POSTGRES')) {
    return;
  }

  // A replica that hung once had all others wait for it for ever, also at their start.
  it('waits for a process that hangs no longer than it may, and says what to do', async () => {
    const knex = await databases.init(id);
    const gate = createGate();
    const first = runExclusively(knex, gate.work);
    await gate.entered;
    await expect(
      runExclusively(knex, async () => {}, { maxWaitMs: 100 }),
    ).rejects.toThrow(
      /^Another process has been handing commons to the catalog for more than 0.1 s\. .*"pg_locks"/,
    );
    gate.open();
    await first;
    await expect(
      runExclusively(knex, async () => 'goes on', { maxWaitMs: 100 }),
    ).resolves.toBe('goes on');
  });
});
