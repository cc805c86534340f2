import { DISCOVERED_MS, gitOpsSource, rowOf, statusOf } from './locators';
import { newCommonsFiles } from './newCommonsFiles';
import { expect, test } from './test';

const SPLEEN = 'spleen.example.org';
const VALUES = `organprod/${SPLEEN}/values/values.yaml`;

test.describe.configure({ mode: 'serial' });

/** Argo CD brings it up within a minute; then it is asked a few times, inside and outside. */
const DEPLOYED_MS = 180_000;

test('a commit to the GitOps repository adds a commons', async ({
  page,
  portal,
}) => {
  test.setTimeout(2 * DEPLOYED_MS);
  portal.gitOps.commit('Add a commons', newCommonsFiles(SPLEEN));

  await page.goto('/?q=spleen');

  await expect(statusOf(page, SPLEEN)).toHaveText('up', {
    timeout: DEPLOYED_MS,
  });
});

test('a broken values file quarantines its commons, keeps it and says why', async ({
  page,
  portal,
}) => {
  const before = await portal.hostnames();
  portal.gitOps.commit('Break the values', {
    [VALUES]: 'global:\n  hostname: [unclosed\n',
  });

  await page.goto('/sources');
  const source = gitOpsSource(page);
  await expect(source).toContainText(`${VALUES}, line 3`, {
    timeout: DISCOVERED_MS,
  });
  await expect(source).toContainText('The value file is not valid YAML');
  await expect(source).toContainText('Its last good entities are still served');
  expect(await portal.hostnames()).toEqual(before);
  await page.goto('/?q=spleen');
  await expect(statusOf(page, SPLEEN)).toHaveText('up');
});

test('an unreadable repository loses nothing', async ({ page, portal }) => {
  const before = await portal.hostnames();
  const mend = portal.loseGitOps();
  try {
    await page.goto('/sources');
    await expect(gitOpsSource(page)).toContainText('failed', {
      timeout: DISCOVERED_MS,
    });

    expect(await portal.hostnames()).toEqual(before);
    await page.goto('/');
    for (const hostname of before) {
      await expect(rowOf(page, hostname).first()).toBeVisible();
    }
    await page.goto(`/catalog/default/system/${SPLEEN}`);
    await expect(page.getByRole('region', { name: 'Health' })).toBeVisible();
  } finally {
    mend();
  }
});
