import { expect, Page } from '@playwright/test';

/** Opens the wizard, and waits until its first page can be filled in. */
export async function openWizard(page: Page): Promise<void> {
  await page.goto('/create/templates/default/launch-commons');
  // The first page of the scaffolder in a browser brings all of its code.
  await expect(page.getByLabel(/Hostname/).first()).toBeVisible({
    timeout: 60_000,
  });
}

/** A field of the wizard that takes a text. */
export const answer = (page: Page, name: RegExp) =>
  page.getByRole('article').getByRole('textbox', { name });

/** Chooses one of a list by its name for people. */
export async function choose(
  page: Page,
  list: string | RegExp,
  option: string,
): Promise<void> {
  await page.getByLabel(list).first().click();
  await page.getByRole('option', { name: option }).click();
}

/** What each page of the wizard begins with. */
export const WIZARD_PAGES = {
  place: 'Where it runs, and which repository says so.',
  release: 'Which versions run.',
  services: 'What it can do.',
  data: 'What it holds and where. Secrets are named, never typed.',
  access: 'Who may come in.',
  check: 'What would come of it.',
} as const;

/** Goes on to a page, and counts the click. */
export async function goOn(
  page: Page,
  to: keyof typeof WIZARD_PAGES,
): Promise<void> {
  // Findings that arrive move the button away from under the pointer.
  await expect(page.getByText('Checking', { exact: true })).toHaveCount(0, {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Next' }).click();
  // Preflight asks DNS, the cluster and the chart.
  await expect(page.getByText(WIZARD_PAGES[to])).toBeVisible({
    timeout: 30_000,
  });
}

/** On the page of the review: gives a reason for each warning. There have to be some. */
export async function acceptAllInBrowser(page: Page): Promise<void> {
  const reasons = page.getByLabel(/Why is this fine/);
  await expect(reasons.first()).toBeVisible({ timeout: 60_000 });
  for (const reason of await reasons.all()) {
    await reason.fill('It is a playground');
  }
}

/** On the page of the review: opens one of its parts, e.g. `Files (2)`. */
export async function openPart(
  page: Page,
  name: string | RegExp,
): Promise<void> {
  await page.getByRole('tab', { name }).click({ timeout: 60_000 });
}
