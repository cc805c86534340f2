import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';
import { DISCOVERED_MS, healthCard, statusOf } from './locators';
import { expect, test } from './test';

test.beforeEach(async ({ page }) => {
  await page.goto('/?q=heart.example.org');
  await expect(statusOf(page, 'heart.example.org')).toHaveText('up', {
    timeout: DISCOVERED_MS,
  });
});

for (const [what, query, name] of [
  ['hostname', 'kidney-qa.example.org', 'kidney-qa.example.org'],
  ['service', 'orthanc', 'imaging.example'],
] as const) {
  test(`search finds a commons by ${what}`, async ({ page }) => {
    await page.goto(`/search?query=${query}`);
    await expect(
      page.locator(`a[href="/catalog/default/system/${name}"]`).first(),
    ).toBeVisible({ timeout: 60_000 });
  });
}

test('the catalog lists commons by kind and type', async ({ page }) => {
  await page.goto(
    '/catalog?filters[kind]=system&filters[type]=gen3-commons&filters[user]=all',
  );

  await expect(
    page.getByRole('link', { name: /heart/i }).first(),
  ).toBeVisible();
});

test('the address holds what the fleet shows, also when going back', async ({
  page,
}) => {
  await page.goto('/?status=down');
  await expect(statusOf(page, 'lung.example.org')).toHaveText('down');
  await expect(page.getByRole('row')).toHaveCount(2);

  await page.goto('/?status=maintenance');
  await expect(statusOf(page, 'pancreas.example.org')).toBeVisible();
  await page.goBack();

  await expect(statusOf(page, 'lung.example.org')).toHaveText('down');
  await expect(page.getByRole('row')).toHaveCount(2);
});

/** Pages, and what is there once they are complete. */
const PAGES: { path: string; open: (page: Page) => Promise<void> }[] = [
  {
    path: '/',
    open: async page => {
      await expect(statusOf(page, 'lung.example.org')).toHaveText('down');
      await page.getByRole('button', { name: /tier/i }).first().click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    path: '/sources',
    open: page =>
      expect(
        page.getByRole('region', { name: 'Source demo-gitops' }),
      ).toBeVisible(),
  },
  {
    path: '/catalog/default/system/lung.example.org',
    open: page => expect(healthCard(page)).toContainText('Log-in is down'),
  },
  {
    path: '/catalog/default/component/lung.example.org-fence',
    open: page =>
      expect(page.getByText(/fence answers 500/).first()).toBeVisible(),
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no serious violation in ${colorScheme} mode, wide or narrow`, async ({
    browser,
    portal,
  }) => {
    for (const width of [1440, 400]) {
      const context = await browser.newContext({
        baseURL: portal.baseUrl,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      for (const { path, open } of PAGES) {
        await page.goto(path);
        if (width > 960) {
          await open(page);
        } else {
          await page.waitForLoadState('networkidle');
        }
        const { violations } = await new AxeBuilder({ page }).analyze();
        const serious = violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' ')}`);
        expect(serious, `${path} at ${width} px`).toEqual([]);
      }
      await context.close();
    }
  });
}
