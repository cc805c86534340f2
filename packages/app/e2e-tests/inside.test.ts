import { DISCOVERED_MS, healthCard, rowOf } from './locators';
import { expectRoundsInTime, listCommonsOutside } from './otherCommons';
import { INTERVAL_MS } from './portal';
import { expect, test } from './test';

/** Two intervals, and 5 s that a busy machine takes to answer and show it. */
const NOTICED_MS = 2 * INTERVAL_MS + 5_000;

/** A round of a commons whose cluster hangs ends with the deadline of its lists. */
const HANG_NOTICED_MS = 60_000;

const HEART = 'heart.example.org';
const KIDNEY = 'kidney.example.org';
const CLUSTER = 'cluster:organprod';

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ portal }) => {
  await expect
    .poll(async () => (await portal.statuses())[HEART], {
      timeout: DISCOVERED_MS,
    })
    .toBe('up');
});

test.afterEach(({ portal }) => {
  portal.simulator('clear', HEART);
  portal.simulator('clear', KIDNEY);
  portal.simulator('clear', CLUSTER);
});

test('a fence that crash-loops is named with its reason, and the journey that breaks', async ({
  page,
  portal,
}) => {
  await page.goto(`/catalog/default/system/${HEART}`);
  await expect(healthCard(page)).toContainText('Nothing is wrong');
  await expect(healthCard(page)).toContainText('cluster organprod');

  await portal.forgetRequests();
  await portal.break(HEART, 'fence', { crashLoop: true });

  let rounds = Infinity;
  await expect
    .poll(
      async () => {
        rounds = (await portal.countRounds()).get(HEART) ?? 0;
        const { health } = await portal.health(HEART);
        return {
          fence: health.services.find(({ name }) => name === 'fence'),
          login: health.journeys.find(({ id }) => id === 'login'),
        };
      },
      {
        message: 'service, reason and journey are named',
        timeout: NOTICED_MS,
        intervals: [250],
      },
    )
    .toMatchObject({
      fence: {
        status: 'down',
        cause: 'crash-loop',
        reason: expect.stringMatching(
          /^fence answers 500 .*has 0 of 1 pods ready: fence-deployment-\S+ crash-loops \(exit code 1/,
        ),
      },
      login: { status: 'down' },
    });
  // A round begins in each interval: two of them are two intervals on a machine that keeps pace, and no more work on one that does not.
  expect(rounds).toBeLessThanOrEqual(2);
  await expect(healthCard(page)).toContainText(
    /Log-in is down: fence answers 500 .*has 0 of 1 pods ready: fence-deployment-\S+ crash-loops \(exit code 1/,
    { timeout: NOTICED_MS },
  );
  await expect(healthCard(page)).toContainText('Read the last log of fence');

  await page.getByRole('link', { name: 'Workloads' }).click();
  const worst = page
    .getByRole('table', { name: /worst first/ })
    .getByRole('row')
    .nth(1);
  await expect(worst).toContainText('down');
  await expect(worst).toContainText('fence-deployment');
  await expect(worst).toContainText('0 of 1 ready');
  await page
    .getByRole('button', { name: 'Details of fence-deployment' })
    .click();
  await expect(page.getByText(/Back-off restarting failed/)).toBeVisible();
});

test('a usersync that stops succeeding turns late, while people still log in', async ({
  page,
  portal,
}) => {
  await page.goto(`/catalog/default/system/${KIDNEY}`);
  await expect(healthCard(page)).toContainText('Nothing is wrong', {
    timeout: NOTICED_MS,
  });

  await page.getByRole('link', { name: 'Jobs' }).click();
  const usersync = page
    .getByRole('row')
    .filter({ hasText: 'usersync (needed)' });
  await expect(usersync).toContainText('up');
  await expect(usersync).toContainText(/(s|min) ago/);

  portal.simulator('fault', KIDNEY, 'usersync', '--late-job');
  await page.goto(`/catalog/default/system/${KIDNEY}`);

  await expect(healthCard(page)).toContainText(
    /Log-in is degraded: fence answers its users; needs usersync, whose last success was \d+ h ago/,
    { timeout: NOTICED_MS },
  );

  await page.getByRole('link', { name: 'Jobs' }).click();
  const worst = page
    .getByRole('table', { name: /worst first/ })
    .getByRole('row')
    .nth(1);
  await expect(worst).toContainText('usersync (needed)');
  await expect(worst).toContainText('whose last success was');

  await page.goto('/?cause=job-late%3Ausersync');
  await expect(
    rowOf(page, KIDNEY).getByRole('img', {
      name: 'cluster: degraded (usersync late)',
    }),
  ).toBeVisible();
  await expect(rowOf(page, HEART)).toHaveCount(0);
});

test('an Application that is out of sync is said, and takes nobody down', async ({
  page,
  portal,
}) => {
  await page.goto(`/catalog/default/system/${KIDNEY}`);
  await expect(healthCard(page)).toContainText('Nothing is wrong', {
    timeout: NOTICED_MS,
  });

  portal.simulator('fault', KIDNEY, '--out-of-sync');

  await expect(healthCard(page)).toContainText(
    /Argo CD has not applied what git says of gen3-/,
    { timeout: NOTICED_MS },
  );
  expect((await portal.statuses())[KIDNEY]).toBe('degraded');
});

test('Deployment names what is out of sync, and lists the commits of the commons in git', async ({
  page,
  portal,
}) => {
  portal.gitOps.commit('Note who is on call for the kidney', {
    [`organprod/${KIDNEY}/README.md`]: 'Call Ada.\n',
  });
  portal.simulator('fault', KIDNEY, '--out-of-sync');
  await page.goto(`/catalog/default/system/${KIDNEY}`);
  await page.getByRole('link', { name: 'Deployment' }).click();

  const argocd = page.getByRole('region', { name: 'Argo CD' });
  await expect(argocd).toContainText(
    /degraded.*Argo CD has not applied what git says of gen3-/,
    { timeout: NOTICED_MS },
  );
  await expect(argocd).toContainText('Sync the Application in Argo CD');
  const objects = argocd.getByRole('table', { name: /out of sync/ });
  await expect(
    objects.getByRole('row').filter({ hasText: 'manifest-global' }),
  ).toContainText('OutOfSync');

  const changes = page.getByRole('region', { name: 'Recent changes' });
  const newest = changes.getByRole('row').nth(1);
  await expect(newest).toContainText('Note who is on call for the kidney');
  await expect(newest).toContainText('Ada');
  await expect(changes).toContainText(`organprod/${KIDNEY} in file:///`);
});

test('a cluster that cannot be reached leaves its commons as users see them, and nothing disappears', async ({
  page,
  portal,
}) => {
  await expect
    .poll(
      async () => {
        const statuses = await portal.statuses();
        return [statuses[HEART], statuses[KIDNEY]];
      },
      { timeout: NOTICED_MS },
    )
    .toEqual(['up', 'up']);
  const before = await portal.statuses();
  const others = await listCommonsOutside('organprod', portal);
  const entities = await portal.countEntities();
  await page.goto(`/catalog/default/system/${HEART}`);
  await expect(healthCard(page)).toContainText('Nothing is wrong');

  portal.simulator('fault', CLUSTER, '--unreachable');

  await expect(healthCard(page)).toContainText(
    /inside unknown tells nothing for .*cluster organprod/,
    { timeout: NOTICED_MS },
  );
  await expect(healthCard(page)).toContainText('Nothing is wrong');
  expect(await portal.statuses()).toEqual(before);
  expect(await portal.countEntities()).toEqual(entities);
  await expectRoundsInTime(others, portal);

  await page.goto('/clusters');
  const row = page.getByRole('row', { name: /organprod/ });
  await expect(row).toContainText('unreachable');
  await expect(row).toContainText(HEART);
  await expect(page.getByRole('row', { name: / reachable/ })).not.toHaveCount(
    0,
  );
});

test('a cluster that hangs costs commons of other clusters nothing', async ({
  page,
  portal,
}) => {
  const others = await listCommonsOutside('organprod', portal);
  await page.goto(`/catalog/default/system/${HEART}`);
  await expect(healthCard(page)).not.toContainText('inside unknown', {
    timeout: NOTICED_MS,
  });

  portal.simulator('fault', CLUSTER, '--hang');

  await expect(healthCard(page)).toContainText(
    /inside unknown tells nothing for .*cluster organprod/,
    { timeout: HANG_NOTICED_MS },
  );

  await expectRoundsInTime(others, portal);
  const after = await portal.statuses();
  expect(others.filter(hostname => after[hostname] !== 'up')).toEqual([]);
});
