import { expect, Page } from '@playwright/test';
import { z } from 'zod';

const identitySchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** Becomes somebody else, as the reader of the demo does: at the foot of the sidebar. */
export async function become(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /^You are / }).click();
  await page.getByRole('menuitem', { name: title }).click();
  await expect(
    page.getByRole('button', { name: `You are ${title}` }),
  ).toBeVisible();
}

/** Asks REST as one of the demo's people. */
export async function askAs(
  person: string,
  request: { baseUrl: string; method?: string; path: string; body?: object },
): Promise<{ status: number; body: unknown }> {
  const { baseUrl, method = 'GET', path, body } = request;
  const identity = await fetch(`${baseUrl}/api/auth/demo/refresh`, {
    headers: {
      'x-demo-person': person,
      'X-Requested-With': 'XMLHttpRequest',
      Connection: 'close',
    },
  });
  const { token } = identitySchema.parse(
    await identity.json(),
  ).backstageIdentity;
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      Connection: 'close',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { status: response.status, body: await response.json() };
}
