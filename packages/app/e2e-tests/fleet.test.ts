import { DISCOVERED_MS, healthCard, rowOf, statusOf } from './locators';
import { INTERVAL_MS } from './portal';
import { expect, test } from './test';

/** Two intervals and 5 s: how soon a failure must be on the card. */
const NOTICED_MS = 2 * INTERVAL_MS + 5_000;

const HEART = 'heart.example.org';

/** A commons whose probing is off. */
const NOT_ASKED = 'placenta.example';

/** Commons that are not up: those of `examples/faults.yaml`, and one that is not asked. */
const NOT_UP = {
  'lung.example.org': 'down',
  'liver.example.org': 'degraded',
  'skin.example': 'degraded',
  'pancreas.example.org': 'maintenance',
  [NOT_ASKED]: 'unknown',
};
const COMMONS = 15;

/** Statuses of all commons but some. */
function without(statuses: Record<string, string>, ...hostnames: string[]) {
  return Object.fromEntries(
    Object.entries(statuses).filter(([name]) => !hostnames.includes(name)),
  );
}

const notUp = (statuses: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(statuses).filter(([, status]) => status !== 'up'),
  );

test.describe.configure({ mode: 'serial' });

test('the fleet appears, worst first', async ({ page, portal }) => {
  await expect
    .poll(async () => Object.keys(await portal.statuses()).length, {
      timeout: DISCOVERED_MS,
    })
    .toBe(COMMONS);
  await expect
    .poll(async () => notUp(await portal.statuses()), {
      timeout: DISCOVERED_MS,
    })
    .toEqual(NOT_UP);

  await page.goto('/');

  for (const [hostname, status] of Object.entries(NOT_UP)) {
    await expect(statusOf(page, hostname)).toHaveText(status);
  }
  await expect(statusOf(page, HEART)).toHaveText('up');
  await expect(rowOf(page, 'skin.example')).toContainText('ends in 5 days');
  await expect(page.getByRole('row').nth(1)).toContainText('lung.example.org');
  await expect(page.getByRole('row')).toHaveCount(COMMONS + 1);
});

test('a failing fence is on the card within two intervals, and nowhere else', async ({
  page,
  portal,
}) => {
  await page.goto(`/catalog/default/system/${HEART}`);
  await expect(healthCard(page)).toContainText('Nothing is wrong');
  const before = without(await portal.statuses(), HEART);

  portal.simulator('fault', HEART, 'fence', '--status', '500');

  await expect(healthCard(page)).toContainText(
    /Log-in is down: fence answers 500/,
    { timeout: NOTICED_MS },
  );
  const after = await portal.statuses();
  expect(after[HEART]).toBe('down');
  expect(without(after, HEART)).toEqual(before);
});

test('a mended fence is up again', async ({ page, portal }) => {
  await page.goto(`/catalog/default/system/${HEART}`);
  await expect(healthCard(page)).toContainText('fence answers 500');

  portal.simulator('clear', HEART);

  await expect(healthCard(page)).toContainText('Nothing is wrong', {
    timeout: NOTICED_MS,
  });
  expect((await portal.statuses())[HEART]).toBe('up');
});

test('commons that hang on every path cost the others nothing', async ({
  portal,
}) => {
  const hanging = ['eye.example', 'kidney.example.org', HEART];
  const before = without(await portal.statuses(), ...hanging);
  try {
    for (const hostname of hanging) {
      portal.simulator('fault', hostname, '--hang');
    }
    await expect
      .poll(
        async () => {
          const statuses = await portal.statuses();
          return hanging.map(hostname => statuses[hostname]);
        },
        { timeout: 60_000 },
      )
      .toEqual(['down', 'down', 'down']);

    // Three of six places hang for nearly all of every interval: whoever waited for them would be asked half as often.
    await portal.forgetRequests();
    await expect
      .poll(
        async () => {
          const rounds = await portal.countRounds();
          const counts = Object.keys(before)
            .filter(hostname => hostname !== NOT_ASKED)
            .map(hostname => rounds.get(hostname) ?? 0);
          return Math.min(...counts);
        },
        {
          message: 'each of the others has six rounds in eight intervals',
          timeout: 8 * INTERVAL_MS,
        },
      )
      .toBeGreaterThanOrEqual(6);
    expect(without(await portal.statuses(), ...hanging)).toEqual(before);
  } finally {
    for (const hostname of hanging) {
      portal.simulator('clear', hostname);
    }
  }
});
