import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { PortalHarness } from './PortalHarness';

type HarnessOptions = Parameters<typeof PortalHarness.start>[0];

/**
 * Makes a function that starts a portal on a new database of the given kind. The portal can be started again on the same
 * database (`restart`), its clock stands still until `now.value` is set, and `revision` counts what was recorded.
 *
 * ```ts
 * const startPortal = createPortalStarter(databases);
 * const { portal, restart, now } = await startPortal('SQLITE_3');
 * ```
 */
export function createPortalStarter(databases: TestDatabases) {
  return async (
    databaseId: TestDatabaseId,
    sources: HarnessOptions['sources'] = { git: {} },
  ) => {
    const knex = await databases.init(databaseId);
    const now = { value: new Date('2026-11-22T10:00:00.000Z') };
    const start = (options: Partial<HarnessOptions> = {}) =>
      PortalHarness.start({ knex, sources, now: () => now.value, ...options });
    const revision = async (): Promise<number> =>
      (await knex('gen3_revision').first('revision')).revision;
    return { portal: await start(), restart: start, now, revision };
  };
}
