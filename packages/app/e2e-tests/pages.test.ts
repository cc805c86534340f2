import { DISCOVERED_MS, statusOf } from './locators';
import { expect, test } from './test';

test.beforeEach(async ({ page }) => {
  await page.goto('/?q=heart.example.org');
  await expect(statusOf(page, 'heart.example.org')).toHaveText('up', {
    timeout: DISCOVERED_MS,
  });
});

for (const [what, query, name] of [
  ['hostname', 'kidney-qa.example.org', 'kidney-qa.example.org'],
  ['title', 'atlas', 'placenta.example'],
  ['service', 'orthanc', 'imaging.example'],
] as const) {
  test(`search finds a commons by ${what}`, async ({ page }) => {
    await page.goto(`/search?query=${query}`);
    await expect(
      page.locator(`a[href="/catalog/default/system/${name}"]`).first(),
    ).toBeVisible({ timeout: 60_000 });
  });
}

test('the catalog lists all commons, and nothing else, by kind and type', async ({
  page,
  portal,
}) => {
  await page.goto(
    '/catalog?filters[kind]=system&filters[type]=gen3-commons&filters[user]=all',
  );

  const links = page.getByRole('table').locator('a[href^="/catalog/default/"]');
  await expect
    .poll(async () => {
      const targets = await links.evaluateAll(found =>
        found.map(link => link.getAttribute('href') ?? ''),
      );
      return [...new Set(targets)]
        .filter(target => !target.includes('/group/'))
        .sort();
    })
    .toEqual(
      (await portal.hostnames()).map(name => `/catalog/default/system/${name}`),
    );
});

test('the page of a hub draws its mesh, and says what it is', async ({
  page,
}) => {
  await page.goto('/catalog/default/system/hub.example.org');

  const graph = page.locator('svg').filter({ hasText: 'hub.example.org' });
  for (const member of ['heart.example.org', 'kidney.example.org']) {
    await expect(graph.getByText(member).first()).toBeVisible();
  }
  await expect(page.getByText('About', { exact: true })).toBeVisible();
});

test('on a phone the health of a commons comes before what it is', async ({
  page,
}) => {
  await page.setViewportSize({ width: 400, height: 900 });
  await page.goto('/catalog/default/system/heart.example.org');

  const health = page.getByRole('region', { name: 'Health' });
  const about = page.getByText('About', { exact: true });
  await expect(health).toBeVisible();
  await expect(about).toBeVisible();
  const top = async (found: typeof health) => (await found.boundingBox())?.y;
  expect(await top(health)).toBeLessThan((await top(about)) ?? 0);
});

test('a commons and a service have a kubernetes tab where their cluster is configured, and only there', async ({
  page,
}) => {
  const tab = page.getByRole('link', { name: 'Kubernetes' });
  await page.goto('/catalog/default/component/eye.example-fence');
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
  await expect(tab).toBeHidden();

  await page.goto('/catalog/default/component/heart.example.org-fence');
  await tab.click();

  await page.getByText('organprod').first().click();
  await expect(page.getByText('fence-deployment').first()).toBeVisible();
  await expect(page.getByText('indexd-deployment')).toBeHidden();

  await page.goto('/catalog/default/system/heart.example.org');
  await tab.click();

  // The health card names the cluster as well.
  await page.getByRole('button', { name: /organprod/ }).click();
  await expect(page.getByText('fence-deployment').first()).toBeVisible();
  await expect(page.getByText('indexd-deployment').first()).toBeVisible();
});

test('the kubernetes tab of a service shows the logs and the YAML of its pods', async ({
  page,
}) => {
  await page.goto('/catalog/default/component/heart.example.org-fence');
  await page.getByRole('link', { name: 'Kubernetes' }).click();
  await page.getByText('organprod').first().click();
  await page
    .getByRole('button', { name: /^fence-deployment/ })
    .first()
    .click();
  await page
    .getByRole('button', { name: /^fence-deployment-\w+-\w+$/ })
    .click();

  await page.getByRole('button', { name: 'get logs' }).first().click();
  await expect(
    page.getByText(/GET \/_status .*kube-probe/).first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('checkbox', { name: 'YAML' }).check();
  await expect(page.getByRole('code')).toContainText(
    /serviceAccountName: fence-sa/,
  );
});

test('a source of an unknown type says so, and the others go on', async ({
  page,
}) => {
  await page.goto('/sources');

  const mistake = page.getByRole('region', { name: 'Source mistake' });
  await expect(mistake).toContainText('failed');
  await expect(mistake).toContainText(
    'catalog.providers.gen3.mistake.type: unknown source type "gitop"; use one of gitops, manifest, static, kubernetes',
  );
});

test('REST refuses a token that is not the configured one', async ({
  portal,
}) => {
  expect((await portal.askFleet('another-one')).status).toBe(401);
  expect((await portal.askFleet()).status).toBe(200);
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
