import { Page } from '@playwright/test';
import { z } from 'zod';
import { checkEdit, openEdit, proposeChecked } from './edits';
import { reviewChange, stateOf } from './launchAnswers';
import { DISCOVERED_MS, rowOf } from './locators';
import { askAs, become } from './people';
import { Portal } from './portal';
import { expect, test } from './test';
import { acceptAllInBrowser, answer, openPart } from './wizard';

const FIRST = 'kidney-qa.example.org';
const SECOND = 'heart-staging.example.org';

const pageSchema = z.object({
  items: z.array(
    z.object({ id: z.string(), hostname: z.string(), state: z.string() }),
  ),
});

/** The newest upgrade of a commons. */
async function upgradeOf(portal: Portal, hostname: string) {
  const path = '/api/gen3/changes?kind=upgrade&limit=100';
  const { body } = await askAs('alma-reyes', { ...portal, path });
  return pageSchema
    .parse(body)
    .items.find(change => change.hostname === hostname);
}

const idOf = (page: Page) =>
  new URL(page.url()).pathname.split('/').at(-1) ?? '';

test.beforeEach(async ({ page }) => {
  page.setDefaultTimeout(30_000);
  await page.goto('/');
  await expect(rowOf(page, FIRST)).toBeVisible({ timeout: DISCOVERED_MS });
  await become(page, 'Alma Reyes');
});

test('a service is scaled, and the change shows that one line', async ({
  page,
  portal,
}) => {
  test.setTimeout(240_000);
  await openEdit(page, { hostname: FIRST, item: 'Scale' });
  await page.getByRole('button', { name: 'Add a service' }).click();
  await page
    .getByRole('combobox', { name: 'Service' })
    .selectOption('sheepdog');
  await page.getByRole('spinbutton', { name: 'Pods: sheepdog' }).fill('3');
  await checkEdit(page);
  await expect(
    // The dictionaries of the demo cannot be read.
    page.getByText('Nothing found by the checks that could be run.'),
  ).toBeVisible();
  await openPart(page, 'Files (1)');
  await expect(
    page.getByRole('table', { name: /values\.yaml/ }).getByRole('row', {
      name: /replicaCount: 3/,
    }),
  ).toBeVisible();
  await openPart(page, 'Objects (1)');
  await page.getByRole('button', { name: 'Sheepdog' }).click();
  await page
    .getByRole('button', { name: 'Deployment sheepdog-deployment' })
    .click();
  await expect(
    page.getByRole('table', { name: /Deployment sheepdog-deployment/ }),
  ).toContainText('replicas: 3');
  await proposeChecked(page);

  await expect(page.getByText('replicaCount: 3').first()).toBeVisible();
  expect(await reviewChange(portal, idOf(page), 'close')).toBe('abandoned');
});

test('two commons are upgraded in waves: the second waits, and is given up with the first', async ({
  page,
  portal,
}) => {
  test.setTimeout(300_000);
  await openEdit(page, { hostname: FIRST, item: 'Upgrade' });
  await page.getByRole('button', { name: 'Add a wave' }).click();
  await answer(page, /Wave 2/).fill(SECOND);
  await page.keyboard.press('Enter');
  await answer(page, /Gen3 release/).fill('2026.09');
  await checkEdit(page);
  for (const hostname of [FIRST, SECOND]) {
    await page
      .getByRole('button', { name: new RegExp(`Upgrade ${hostname}`) })
      .click();
  }
  await acceptAllInBrowser(page);
  await proposeChecked(page);

  const first = await upgradeOf(portal, FIRST);
  const second = await upgradeOf(portal, SECOND);
  expect([first?.state, second?.state]).toEqual(['open', 'proposing']);
  await expect(page.getByText(`Upgrade ${SECOND}`).first()).toBeVisible();

  await reviewChange(portal, first?.id ?? '', 'close');
  await expect
    .poll(() => stateOf(portal, second?.id ?? ''), { timeout: DISCOVERED_MS })
    .toBe('abandoned');
});
