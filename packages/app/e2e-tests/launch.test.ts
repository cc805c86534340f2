import { Page } from '@playwright/test';
import { proposeLaunch, reviewChange, stateOf } from './launchAnswers';
import { DISCOVERED_MS, healthCard, rowOf } from './locators';
import { become } from './people';
import { expect, test } from './test';
import { answer, choose, goOn, openWizard } from './wizard';

/** Argo CD brings a commons up within a minute; then it is asked a few times, inside and outside. */
const LAUNCHED_MS = 240_000;

const STEPS = [
  'Proposed',
  'Reviewed',
  'Merged',
  'Seen by discovery',
  'Argo CD applied it',
  'Workloads ready',
  'Jobs done',
  'Services answer',
  'Users can log in',
];

const stepOf = (page: Page, title: string) =>
  page
    .getByRole('list', { name: 'Steps, in their order' })
    .getByRole('listitem')
    .filter({ hasText: title })
    .first();

/** Counts the clicks that a page gets, those of the test included. */
async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.body.dataset.clicks = '0';
    document.addEventListener(
      'click',
      ({ isTrusted }) => {
        const { dataset } = document.body;
        if (isTrusted) dataset.clicks = String(Number(dataset.clicks) + 1);
      },
      true,
    );
  });
  return () => page.evaluate(() => Number(document.body.dataset.clicks));
}

test('two people launch a commons by the wizard, and it comes up before their eyes', async ({
  page,
}) => {
  test.setTimeout(3 * LAUNCHED_MS);
  // A click that finds nothing shall not wait for the whole launch.
  page.setDefaultTimeout(30_000);
  await page.goto('/');
  await expect(rowOf(page, 'heart.example.org')).toBeVisible({
    timeout: DISCOVERED_MS,
  });
  await become(page, 'Alma Reyes');

  await openWizard(page);
  const hostname = answer(page, /Hostname/);
  await hostname.fill('heart.example.org');
  await expect(
    page.getByText(/a commons with the hostname "heart.example.org" already/),
  ).toBeVisible();
  await hostname.fill('stomach.example.org');
  await choose(page, /Owner/, 'Commons Services Operations Center');
  await choose(page, 'Tier', 'Staging');
  await goOn(page, 'place');

  const clicks = await countClicks(page);
  await expect(page.getByLabel(/GitOps repository/).first()).toHaveText(
    /demo-gitops/,
  );
  await answer(page, /Cluster/).fill('organprod');
  await goOn(page, 'release');
  await answer(page, /Gen3 release/).fill('2026.10');
  await goOn(page, 'services');
  await goOn(page, 'data');
  await expect(
    page.getByText(/no secret with the server's master is named/),
  ).toBeVisible();
  await answer(page, /Secret with the database's master credentials/).fill(
    'organprod-aurora-creds',
  );
  await expect(
    page.getByText(/no secret with the server's master is named/),
  ).toBeHidden();
  await goOn(page, 'access');
  await answer(page, /Secret with the configuration of fence/).fill(
    'stomach-fence-config',
  );
  await goOn(page, 'check');

  const reasons = page.getByLabel(/Why is this fine/);
  await expect(reasons.first()).toBeVisible();
  for (const reason of await reasons.all()) {
    await reason.fill('It is a playground');
  }
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Propose change' }).click();
  expect(await clicks()).toBeLessThan(10);
  // Preflight and helm run once more, in the backend.
  await page
    .getByRole('link', { name: 'Follow the change' })
    .click({ timeout: 120_000 });

  await expect(page.getByText('You proposed it:')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Approve change' }),
  ).toHaveAttribute('aria-disabled', 'true');
  await become(page, 'Tomas Lindqvist');
  await page.getByRole('button', { name: 'Approve change' }).click();
  await page.getByRole('button', { name: 'Merge change' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Merge change' })
    .click();

  // From here on nobody touches the page.
  for (const step of STEPS) {
    await expect(stepOf(page, step)).toContainText('done', {
      timeout: LAUNCHED_MS,
    });
  }
  await expect(page.getByText('succeeded').first()).toBeVisible({
    timeout: DISCOVERED_MS,
  });

  await page.goto('/catalog/default/system/stomach.example.org');
  await expect(healthCard(page)).toContainText('up', {
    timeout: DISCOVERED_MS,
  });
  await become(page, 'Guest');
});

test('a proposed commons is in the fleet as launching, and gone when its change is closed', async ({
  page,
  portal,
}) => {
  test.setTimeout(3 * DISCOVERED_MS);
  const id = await proposeLaunch(portal, 'tongue.example.org');

  await page.goto('/?q=tongue');
  await expect(rowOf(page, 'tongue')).toContainText('launching', {
    timeout: DISCOVERED_MS,
  });

  await reviewChange(portal, id, 'close');
  await expect(rowOf(page, 'tongue')).toHaveCount(0, {
    timeout: DISCOVERED_MS,
  });
});

test('a portal that is killed between a proposal and its merge goes on after a restart', async ({
  portal,
}) => {
  test.setTimeout(3 * LAUNCHED_MS);
  const id = await proposeLaunch(portal, 'spleen.example.org');
  await reviewChange(portal, id, 'approve');
  await portal.kill();
  await portal.startAgain();

  expect(await stateOf(portal, id)).toBe('open');
  expect(await reviewChange(portal, id, 'merge')).toBe('merged');
  await expect
    .poll(() => stateOf(portal, id), { timeout: LAUNCHED_MS })
    .toBe('succeeded');
});
