import AxeBuilder from '@axe-core/playwright';
import { Page } from '@playwright/test';
import { newCommonsFiles } from './newCommonsFiles';
import { INTERVAL_MS } from './portal';
import { expect, test } from './test';

/** Two intervals and 5 s: how soon a failure must be on the card. */
const NOTICED_MS = 2 * INTERVAL_MS + 5_000;

/** Long enough for a source to be read again, processed by the catalog and copied into the fleet. */
const DISCOVERED_MS = 90_000;

const rowOf = (page: Page, hostname: string) =>
  page.getByRole('row').filter({ hasText: hostname });

const healthCard = (page: Page) => page.getByRole('region', { name: 'Health' });

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page }) => {
  await page.goto('/?q=heart.example.org');
  await expect(rowOf(page, 'heart.example.org')).toBeVisible({
    timeout: DISCOVERED_MS,
  });
});

test('the fleet appears, worst first', async ({ page }) => {
  await page.goto('/');

  await expect(rowOf(page, 'heart.example.org')).toContainText('up', {
    timeout: DISCOVERED_MS,
  });
  await expect(rowOf(page, 'lung.example.org')).toContainText('down', {
    timeout: DISCOVERED_MS,
  });
  await expect(rowOf(page, 'skin.example')).toContainText('Certificate ends');
  await expect(rowOf(page, 'pancreas.example.org')).toContainText(
    'maintenance',
  );
  await expect(page.getByRole('row').nth(1)).toContainText('lung.example.org');
});

test('a failing fence is on the card within two intervals, and nowhere else', async ({
  page,
  portal,
}) => {
  await page.goto('/catalog/default/system/heart.example.org');
  await expect(healthCard(page)).toContainText('up');

  portal.simulator('fault', 'heart.example.org', 'fence', '--status', '500');

  await expect(healthCard(page)).toContainText(
    /Log-in is down: fence answers 500/,
    { timeout: NOTICED_MS },
  );
  await page.goto('/?q=kidney.example.org');
  await expect(rowOf(page, 'kidney.example.org')).toContainText('up');
});

test('a mended fence is up again', async ({ page, portal }) => {
  await page.goto('/catalog/default/system/heart.example.org');

  portal.simulator('clear', 'heart.example.org');

  await expect(healthCard(page)).not.toContainText('fence answers 500', {
    timeout: NOTICED_MS,
  });
});

test('a commons that hangs on every path costs the others nothing', async ({
  page,
  portal,
}) => {
  portal.simulator('fault', 'eye.example', '--hang');
  await page.goto('/');
  await expect(rowOf(page, 'eye.example')).toContainText('down', {
    timeout: 60_000,
  });

  await portal.forgetRequests();

  for (const host of ['kidney.example.org', 'hub.example.org']) {
    await expect
      .poll(() => portal.countRequests(host, '/user/_status'), {
        message: `${host} is asked in every interval`,
        timeout: 4 * INTERVAL_MS,
      })
      .toBeGreaterThanOrEqual(3);
  }
  portal.simulator('clear', 'eye.example');
});

test('a commit to the GitOps repository adds a commons', async ({
  page,
  portal,
}) => {
  portal.gitOps.commit('Add a commons', newCommonsFiles('spleen.example.org'));

  await page.goto('/?q=spleen');

  await expect(rowOf(page, 'spleen.example.org')).toContainText('up', {
    timeout: DISCOVERED_MS,
  });
});

test('a broken values file quarantines its commons, keeps it and says why', async ({
  page,
  portal,
}) => {
  const path = 'organprod/spleen.example.org/values/values.yaml';
  portal.gitOps.commit('Break the values', {
    [path]: 'global:\n  hostname: [unclosed\n',
  });

  await page.goto('/sources');
  const source = page.getByRole('region', { name: 'Source demo-gitops' });
  await expect(source).toContainText(path, { timeout: DISCOVERED_MS });
  await expect(source).toContainText(/last good entities are still served/i);
  await page.goto('/?q=spleen');
  await expect(rowOf(page, 'spleen.example.org')).toContainText('up');
});

test('an unreadable repository loses nothing', async ({ page, portal }) => {
  const mend = portal.loseGitOps();
  try {
    await page.goto('/sources');
    const source = page.getByRole('region', { name: 'Source demo-gitops' });
    await expect(source).toContainText('failed', { timeout: DISCOVERED_MS });

    await page.goto('/');
    await expect(rowOf(page, 'heart.example.org')).toContainText('up');
    await expect(rowOf(page, 'spleen.example.org')).toBeVisible();
  } finally {
    mend();
  }
});

test('search finds a commons by hostname and by service', async ({ page }) => {
  for (const [query, name] of [
    ['kidney-qa.example.org', 'kidney-qa.example.org'],
    ['orthanc', 'imaging.example'],
  ]) {
    await page.goto(`/search?query=${query}`);
    await expect(
      page.locator(`a[href="/catalog/default/system/${name}"]`).first(),
    ).toBeVisible({ timeout: 60_000 });
  }
});

test('the catalog lists commons by kind and type', async ({ page }) => {
  await page.goto(
    '/catalog?filters[kind]=system&filters[type]=gen3-commons&filters[user]=all',
  );

  await expect(
    page.getByRole('link', { name: /heart/i }).first(),
  ).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds no serious violation in ${colorScheme} mode`, async ({
    browser,
    portal,
  }) => {
    const context = await browser.newContext({
      baseURL: portal.baseUrl,
      colorScheme,
    });
    const page = await context.newPage();
    for (const path of [
      '/',
      '/sources',
      '/catalog/default/system/lung.example.org',
      '/catalog/default/component/lung.example.org-fence',
    ]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' ')}`);
      expect(serious, path).toEqual([]);
    }
    await context.close();
  });
}
