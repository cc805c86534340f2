import { z } from 'zod';
import { followChange } from './edits';
import { reviewChange } from './launchAnswers';
import { DISCOVERED_MS, rowOf } from './locators';
import { askAs, become } from './people';
import { expect, test } from './test';
import { acceptAllInBrowser, answer, choose, goOn, openWizard } from './wizard';

const HEART = 'heart.example.org';
const CORNEA = 'cornea.example.org';

const filesSchema = z.object({
  files: z.array(z.object({ path: z.string(), after: z.string() })),
});

test('a commons is cloned: its services and settings, and no secret that stands in its values', async ({
  page,
  portal,
}) => {
  test.setTimeout(300_000);
  page.setDefaultTimeout(30_000);
  await page.goto('/');
  await expect(rowOf(page, HEART)).toBeVisible({ timeout: DISCOVERED_MS });
  await become(page, 'Alma Reyes');

  await openWizard(page);
  await choose(page, 'Begin with', 'A clone of a commons');
  await answer(page, /Commons to clone/).fill(HEART);
  await answer(page, /Hostname/).fill(CORNEA);
  await choose(page, /Owner/, 'Commons Services Operations Center');
  await choose(page, 'Tier', 'Development');
  await goOn(page, 'place');
  await answer(page, /Cluster/).fill('organprod');
  await goOn(page, 'release');
  await goOn(page, 'services');
  await goOn(page, 'data');
  // Heart's databases and its search engine are its own.
  await answer(page, /Secret with the database's master credentials/).fill(
    'organprod-aurora-creds',
  );
  await answer(page, /Search engine/).fill('search.organprod.internal');
  await goOn(page, 'access');
  await goOn(page, 'check');
  await acceptAllInBrowser(page);
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Propose change' }).click();
  await followChange(page);
  await expect(page.getByText(`Launch ${CORNEA}`).first()).toBeVisible();

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { body } = await askAs('alma-reyes', {
    ...portal,
    path: `/api/gen3/changes/${id}`,
  });
  const values = filesSchema
    .parse(body)
    .files.find(({ path }) => path.endsWith('values/values.yaml'));
  expect(values?.after).toContain(`hostname: ${CORNEA}`);
  expect(values?.after).toContain('gen3-workflow:');
  expect(values?.after).not.toContain('client_secret');

  expect(await reviewChange(portal, id, 'close')).toBe('abandoned');
  await page.goto('/');
  await become(page, 'Guest');
});
