import AxeBuilder from '@axe-core/playwright';
import { Locator, Page } from '@playwright/test';
import { DISCOVERED_MS, healthCard, statusOf } from './locators';
import { expect, test } from './test';

// The first test also waits for the fleet to be discovered, and every test looks at all pages.
test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ page }) => {
  await page.goto('/?q=lung.example.org');
  await expect(statusOf(page, 'lung.example.org')).toHaveText('down', {
    timeout: DISCOVERED_MS,
  });
});

/** Pages, what is there once they are complete, and what else is opened on a wide screen. */
const PAGES: {
  what: string;
  path: string;
  ready: (page: Page) => Locator;
  open?: (page: Page) => Promise<void>;
  failing?: boolean;
}[] = [
  {
    what: 'the fleet',
    path: '/',
    ready: page => page.getByText('lung.example.org').first(),
    open: async page => {
      await page.getByRole('button', { name: /tier/i }).first().click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    what: 'a fleet without matches',
    path: '/?q=nobody-is-called-that',
    ready: page => page.getByText('No commons match these filters.'),
  },
  {
    what: 'a fleet that cannot be read',
    path: '/',
    ready: page => page.getByRole('alert').first(),
    failing: true,
  },
  {
    what: 'sources',
    path: '/sources',
    ready: page => page.getByRole('region', { name: 'Source demo-gitops' }),
  },
  {
    what: 'a commons',
    path: '/catalog/default/system/lung.example.org',
    ready: page => healthCard(page).getByText('Log-in is down').first(),
  },
  {
    what: 'workloads of a commons',
    path: '/catalog/default/system/kidney.example.org/workloads',
    ready: page => page.getByText('fence-deployment').first(),
  },
  {
    what: 'deployment of a commons',
    path: '/catalog/default/system/kidney.example.org/deployment',
    ready: page => page.getByRole('table', { name: /Commits of this commons/ }),
  },
  {
    what: 'a service',
    path: '/catalog/default/component/lung.example.org-fence',
    ready: page => page.getByText(/fence answers 500/).first(),
  },
];

/** How light the page is, 0 to 255. */
const brightnessOf = (page: Page) =>
  page.evaluate(() => {
    const color = getComputedStyle(document.body).backgroundColor;
    const parts = color.match(/\d+/g) ?? [];
    return Math.max(...parts.slice(0, 3).map(Number));
  });

/** Ends what fades in: half-way, its contrast is not the one that people read. */
const endTransitions = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
  });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 400]) {
    test(`axe finds no serious violation in ${colorScheme} mode at ${width} px`, async ({
      browser,
      portal,
    }) => {
      const context = await browser.newContext({
        baseURL: portal.baseUrl,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const { what, path, ready, open, failing } of PAGES) {
        if (failing) {
          await page.route('**/api/gen3/fleet?*', route =>
            route.fulfill({ status: 503, body: 'Service Unavailable' }),
          );
        }
        await page.goto(path);
        await expect(ready(page)).toBeVisible();
        if (width > 960) await open?.(page);
        await page.unrouteAll();
        expect((await brightnessOf(page)) > 127, what).toBe(
          colorScheme === 'light',
        );
        // Backstage's own progress has no name; what is judged is the page that people work with.
        await expect(page.getByRole('progressbar')).toHaveCount(0);
        await endTransitions(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' ')}`);
        expect(serious, what).toEqual([]);
      }
      await context.close();
    });
  }
}
