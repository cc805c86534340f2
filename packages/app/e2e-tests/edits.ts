import { expect, Page } from '@playwright/test';
import { become } from './people';
import { answer, WIZARD_PAGES } from './wizard';

/** Opens the template of a change from the menu of a commons' page, with the commons filled in. */
export async function openEdit(
  page: Page,
  edit: {
    hostname: string;
    /** Of the menu. */
    item: 'Upgrade' | 'Maintenance mode' | 'Scale' | 'Retire';
  },
): Promise<void> {
  const { hostname, item } = edit;
  await page.goto(`/catalog/default/system/${hostname}`);
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: item }).click();
  const filledIn = { timeout: 60_000 };
  if (item === 'Upgrade') {
    await expect(
      page.getByRole('article').getByRole('button', { name: hostname }),
    ).toBeVisible(filledIn);
  } else {
    await expect(answer(page, /Commons/)).toHaveValue(hostname, filledIn);
  }
}

/** Goes on to the page that shows what would come of it. */
export async function checkEdit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText(WIZARD_PAGES.check)).toBeVisible();
}

/** Proposes what was checked, and opens the page of the change, or of all changes when there are several. */
export async function proposeChecked(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page
    .getByRole('button', { name: 'Propose change' })
    .click({ timeout: 60_000 });
  await followChange(page);
}

/** Opens the page of the change that the scaffolder has just proposed: it judges once more, which takes a while. */
export async function followChange(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: 'Follow the change' })
    .click({ timeout: 120_000 });
}

/** On the page of a change that Alma proposed: she may not approve it, and Tomas approves and merges it. */
export async function reviewInBrowser(page: Page): Promise<void> {
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
}
