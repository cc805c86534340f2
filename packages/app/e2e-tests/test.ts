import { test as base } from '@playwright/test';
import { Portal } from './portal';

/** Playwright's test with one running portal for all tests. */
export const test = base.extend<{ signedIn: void }, { portal: Portal }>({
  portal: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a destructured object
    async ({}, use) => {
      const portal = await Portal.start();
      await use(portal);
      await portal.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.baseUrl),
});

export { expect } from '@playwright/test';
