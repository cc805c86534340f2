import { Page } from '@playwright/test';

/** Long enough for a source to be read again, processed by the catalog and copied into the fleet. */
export const DISCOVERED_MS = 90_000;

/** A commons' row on the Fleet page. */
export const rowOf = (page: Page, hostname: string) =>
  page.getByRole('row').filter({ hasText: hostname });

/** The cell that says how the commons is; other cells contain status words, too. */
export const statusOf = (page: Page, hostname: string) =>
  rowOf(page, hostname).getByRole('cell').first();

/** The health card on a commons' page. */
export const healthCard = (page: Page) =>
  page.getByRole('region', { name: 'Health' });

/** The card of the demo's GitOps source on the Sources page. */
export const gitOpsSource = (page: Page) =>
  page.getByRole('region', { name: 'Source demo-gitops' });
