import { Locator, Page } from '@playwright/test';
import {
  checkEdit,
  followChange,
  openEdit,
  proposeChecked,
  reviewInBrowser,
} from './edits';
import { proposeLaunch, reviewChange, stateOf } from './launchAnswers';
import { DISCOVERED_MS, healthCard, rowOf } from './locators';
import { become } from './people';
import { expect, test } from './test';
import {
  acceptAllInBrowser,
  answer,
  choose,
  goOn,
  openPart,
  openWizard,
} from './wizard';

/** Argo CD brings a commons up within a minute; then it is asked a few times, inside and outside. */
const LAUNCHED_MS = 240_000;

const STOMACH = 'stomach.example.org';
const LIVER = 'liver-dev.example.org';
const FOLDER = `organprod/${STOMACH}`;

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

/** The word for a state, and not a text that has it in it: a step is called "Jobs done". */
const inState = (place: Locator, state: string) =>
  place.getByText(state, { exact: true }).first();

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
  await hostname.fill(STOMACH);
  await choose(page, /Owner/, 'Commons Services Operations Center');
  await choose(page, 'Tier', 'Staging');
  await goOn(page, 'place');

  const clicks = await countClicks(page);
  await expect(page.getByLabel(/GitOps repository/).first()).toHaveText(
    /demo-gitops/,
  );
  await answer(page, /Cluster/).fill('organprod');
  await goOn(page, 'release');
  await answer(page, /Gen3 release/).fill('2026.09');
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

  await acceptAllInBrowser(page);
  await openPart(page, /^Files/);
  await page
    .getByRole('navigation', { name: 'Files of the change' })
    .getByRole('listitem')
    .filter({ hasText: /^values\// })
    .getByRole('button')
    .click();
  await expect(page.getByRole('table', { name: /values\.yaml/ })).toContainText(
    'organprod-stomach-example-org-fence-jwt-keys',
  );
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Propose change' }).click();
  expect(await clicks()).toBeLessThan(10);
  await followChange(page);

  // Nobody touches this page from here on.
  const beside = await page.context().newPage();
  await expect(async () => {
    await beside.goto(`/catalog/default/system/${STOMACH}`);
    await expect(healthCard(beside)).toContainText('Probing is off');
  }).toPass({ timeout: DISCOVERED_MS });
  await reviewInBrowser(page);

  for (const step of STEPS) {
    await expect(inState(stepOf(page, step), 'done')).toBeVisible({
      timeout: LAUNCHED_MS,
    });
  }
  await expect(inState(page.getByRole('main'), 'succeeded')).toBeVisible({
    timeout: DISCOVERED_MS,
  });
  await expect(healthCard(beside)).toContainText('Nothing is wrong', {
    timeout: DISCOVERED_MS,
  });
  await beside.close();
  await become(page, 'Guest');
});

test('the commons is upgraded, put into maintenance, and retired in two steps', async ({
  page,
  portal,
}) => {
  test.setTimeout(5 * LAUNCHED_MS);
  page.setDefaultTimeout(30_000);
  const succeeds = () =>
    expect(inState(page.getByRole('main'), 'succeeded')).toBeVisible({
      timeout: LAUNCHED_MS,
    });
  const propose = async (
    item: Parameters<typeof openEdit>[1]['item'],
    fill: () => Promise<void>,
  ) => {
    await become(page, 'Alma Reyes');
    await openEdit(page, { hostname: STOMACH, item });
    await fill();
    await checkEdit(page);
    await proposeChecked(page);
    await reviewInBrowser(page);
    await succeeds();
  };
  await page.goto('/');

  await propose('Upgrade', () => answer(page, /Gen3 release/).fill('2026.10'));
  expect(portal.gitOps.read(`${FOLDER}/values/values.yaml`)).toContain(
    '2026.10',
  );

  await propose('Maintenance mode', () =>
    expect(page.getByRole('radio', { name: 'On' })).toBeChecked(),
  );
  await page.goto(`/catalog/default/system/${STOMACH}`);
  await expect(healthCard(page)).toContainText('aintenance', {
    timeout: DISCOVERED_MS,
  });

  await propose('Retire', async () => {
    await page.getByLabel(/Remove/).check();
    await answer(page, /Hostname/).fill(STOMACH);
  });
  await page.goto(`/catalog/default/system/${STOMACH}`);
  await expect(inState(page.getByRole('main'), 'retired')).toBeVisible({
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

test('a launch whose database job fails stops there and says so', async ({
  page,
  portal,
}) => {
  test.setTimeout(2 * LAUNCHED_MS);
  const id = await proposeLaunch(portal, LIVER);
  await reviewChange(portal, id, 'approve');
  await reviewChange(portal, id, 'merge');
  // The simulator's Argo CD has to have found it before its jobs can be broken.
  await expect(() =>
    portal.break(LIVER, 'fence-dbcreate', { failedJob: true }),
  ).toPass({ timeout: DISCOVERED_MS });
  // Nor does fence run without its database: else, users might be seen to log in before the portal hears of the job.
  await portal.break(LIVER, 'fence', { crashLoop: true });

  await page.goto(`/changes/${id}`);
  await expect(inState(stepOf(page, 'Jobs done'), 'failed')).toBeVisible({
    timeout: LAUNCHED_MS,
  });
  await expect(stepOf(page, 'Jobs done')).toContainText('fence-dbcreate');
  await expect(
    inState(stepOf(page, 'Users can log in'), 'waiting'),
  ).toBeVisible();
  portal.simulator('clear', LIVER);
});

test('a portal that is killed between a proposal and its merge goes on after a restart', async ({
  portal,
}) => {
  test.setTimeout(3 * LAUNCHED_MS);
  const id = await proposeLaunch(portal, 'thymus.example.org');
  await reviewChange(portal, id, 'approve');
  await portal.kill();
  await portal.startAgain();

  expect(await stateOf(portal, id)).toBe('open');
  expect(await reviewChange(portal, id, 'merge')).toBe('merged');
  await expect
    .poll(() => stateOf(portal, id), { timeout: LAUNCHED_MS })
    .toBe('succeeded');
});
