import { expect, Page } from '@playwright/test';
import { become } from './people';
import { answer } from './wizard';

/** Proposes a change of a commons from the menu of its page, and opens the page of the change. */
export async function proposeByMenu(
  page: Page,
  options: {
    hostname: string;
    /** Of the menu. */
    item: string;
    /** Answers what the form asks besides the commons. */
    fill: () => Promise<void>;
  },
): Promise<void> {
  await page.goto(`/catalog/default/system/${options.hostname}`);
  await page.getByRole('button', { name: 'more' }).click();
  await page.getByRole('menuitem', { name: options.item }).click();
  await expect(answer(page, /Commons/)).toHaveValue(
    new RegExp(options.hostname),
    { timeout: 60_000 },
  );
  await options.fill();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Propose change' }).click();
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
