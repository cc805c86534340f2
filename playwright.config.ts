import { generateProjects } from '@backstage/e2e-test-utils/playwright';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  // One portal and one fleet serve all tests; what one test breaks, no other may see.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  outputDir: 'node_modules/.cache/e2e-test-results',
  use: { screenshot: 'only-on-failure', trace: 'retain-on-failure' },
  // Every package with a folder `e2e-tests`, in Chromium: Debian's, or the one that Playwright installed.
  projects: (generateProjects() ?? []).map(project => ({
    ...project,
    use: {
      launchOptions: {
        executablePath: process.env.CHROMIUM_PATH || undefined,
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      },
    },
  })),
});
