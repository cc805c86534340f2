import { Page } from '@playwright/test';
import { z } from 'zod';
import { DISCOVERED_MS, statusOf } from './locators';
import { askAs, become } from './people';
import { Portal } from './portal';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

/** Argo CD brings a commons up within a minute; then it is asked a few times, inside and outside. */
const LAUNCHED_MS = 240_000;

const changeSchema = z.object({ id: z.string() });

const findingsSchema = z.object({
  findings: z.array(z.object({ id: z.string(), severity: z.string() })),
});

const answersOf = (hostname: string) => ({
  hostname,
  owner: 'group:default/csoc',
  source: 'demo-gitops',
  cluster: 'organprod',
  tier: 'development',
  release: '2026.10',
});

/** Accepts every warning, as somebody does who has read them. */
async function acceptAll(portal: Portal, hostname: string) {
  const { body } = await askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: '/api/gen3/preflight',
    body: { answers: answersOf(hostname) },
  });
  const { findings } = findingsSchema.parse(body);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...new Set(findings.map(({ id }) => id))].map(id => ({
    id,
    reason: 'It is a playground',
  }));
}

/** Proposes a development commons as Alma does; the wizard sends the same. */
async function propose(portal: Portal, hostname: string): Promise<string> {
  const { status, body } = await askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: '/api/gen3/changes',
    body: {
      kind: 'launch',
      answers: answersOf(hostname),
      accept: await acceptAll(portal, hostname),
    },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return changeSchema.parse(body).id;
}

const stepOf = (page: Page, title: string) =>
  page
    .getByRole('list', { name: 'Steps, in their order' })
    .getByRole('listitem')
    .filter({ hasText: title })
    .first();

test('two people launch a commons, and it comes up before their eyes', async ({
  page,
  portal,
}) => {
  test.setTimeout(2 * LAUNCHED_MS);
  const id = await propose(portal, 'stomach.example.org');

  await page.goto(`/changes/${id}`);
  await become(page, 'Alma Reyes');
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

  await expect(stepOf(page, 'Workloads ready')).toContainText('done', {
    timeout: LAUNCHED_MS,
  });
  await expect(stepOf(page, 'Users can log in')).toContainText('done', {
    timeout: LAUNCHED_MS,
  });
  await expect(page.getByText('succeeded').first()).toBeVisible({
    timeout: DISCOVERED_MS,
  });

  await page.goto('/?q=stomach');
  await expect(statusOf(page, 'stomach.example.org')).toHaveText('up', {
    timeout: DISCOVERED_MS,
  });
  await become(page, 'Guest');
});

test('a proposed commons is in the fleet as launching, and gone when its change is closed', async ({
  page,
  portal,
}) => {
  test.setTimeout(3 * DISCOVERED_MS);
  const id = await propose(portal, 'tongue.example.org');

  await page.goto('/?q=tongue');
  await expect(
    page.getByRole('row').filter({ hasText: 'tongue' }),
  ).toContainText('launching', { timeout: DISCOVERED_MS });

  const closed = await askAs('tomas-lindqvist', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: `/api/gen3/changes/${id}/close`,
    body: { reason: 'Nobody wants it' },
  });
  expect(closed.status).toBe(200);
  await expect(page.getByRole('row').filter({ hasText: 'tongue' })).toHaveCount(
    0,
    { timeout: DISCOVERED_MS },
  );
});

test('a hostname that is taken cannot be launched', async ({ portal }) => {
  const { body } = await askAs('alma-reyes', {
    baseUrl: portal.baseUrl,
    method: 'POST',
    path: '/api/gen3/preflight',
    body: { answers: answersOf('heart.example.org') },
  });
  expect(body).toMatchObject({
    findings: expect.arrayContaining([
      expect.objectContaining({ id: 'hostname-taken', severity: 'error' }),
    ]),
  });
});
