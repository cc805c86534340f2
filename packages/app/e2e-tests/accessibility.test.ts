import AxeBuilder from '@axe-core/playwright';
import { Locator, Page } from '@playwright/test';
import { proposeLaunch, reviewChange } from './launchAnswers';
import { DISCOVERED_MS, healthCard, statusOf } from './locators';
import { expect, test } from './test';

// The first test also waits for the portal and for the fleet to be discovered.
test.describe.configure({ timeout: 240_000 });

test.beforeEach(async ({ page }) => {
  await page.goto('/?q=lung.example.org');
  await expect(statusOf(page, 'lung.example.org')).toHaveText('down', {
    timeout: DISCOVERED_MS,
  });
});

const CHANGED = 'bladder.example.org';

/** A page, what is there once it is complete, and what else is opened on a wide screen. */
interface Shown {
  what: string;
  path: string;
  ready: (page: Page) => Locator;
  open?: (page: Page) => Promise<void>;
  failing?: boolean;
  /** Selector of what is ours on a page of the scaffolder, whose header and stepper have violations of their own. */
  ours?: string;
}

const PAGES: Shown[] = [
  {
    what: 'the fleet',
    path: '/',
    ready: page => page.getByText('lung.example.org').first(),
    open: async page => {
      await page.getByRole('button', { name: /tier/i }).first().click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    what: 'a fleet without matches',
    path: '/?q=nobody-is-called-that',
    ready: page => page.getByText('No commons match these filters.'),
  },
  {
    what: 'a fleet that cannot be read',
    path: '/',
    ready: page => page.getByRole('alert').first(),
    failing: true,
  },
  {
    what: 'sources',
    path: '/sources',
    ready: page => page.getByRole('region', { name: 'Source demo-gitops' }),
  },
  {
    what: 'a commons',
    path: '/catalog/default/system/lung.example.org',
    ready: page => healthCard(page).getByText('Log-in is down').first(),
  },
  {
    what: 'workloads of a commons',
    path: '/catalog/default/system/kidney.example.org/workloads',
    ready: page => page.getByText('fence-deployment').first(),
  },
  {
    what: 'deployment of a commons',
    path: '/catalog/default/system/kidney.example.org/deployment',
    ready: page => page.getByRole('table', { name: /Commits of this commons/ }),
  },
  {
    what: 'a service',
    path: '/catalog/default/component/lung.example.org-fence',
    ready: page => page.getByText(/fence answers 500/).first(),
  },
  {
    what: 'the first page of the launch wizard',
    path: '/create/templates/default/launch-commons',
    ready: page => page.getByLabel(/Hostname/).first(),
    ours: 'form',
  },
  {
    what: 'the first page of an upgrade',
    path: '/create/templates/default/upgrade-commons',
    ready: page => page.getByLabel(/Wave 1|Commons/).first(),
    ours: 'form',
  },
];

/** How light the page is, 0 to 255. */
const brightnessOf = (page: Page) =>
  page.evaluate(() => {
    const color = getComputedStyle(document.body).backgroundColor;
    const parts = color.match(/\d+/g) ?? [];
    return Math.max(...parts.slice(0, 3).map(Number));
  });

/** Ends what fades in: half-way, its contrast is not the one that people read. */
const endTransitions = (page: Page) =>
  page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      if (animation instanceof CSSTransition) animation.finish();
    }
  });

/** What axe finds wrong with a page as it is now. */
async function seriousViolations(page: Page, ours?: string) {
  // Backstage's own progress has no name; what is judged is the page that people work with.
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await endTransitions(page);
  // The graph of relations may load once more meanwhile; nothing of ours has such a progress.
  const axe = new AxeBuilder({ page }).exclude('.MuiCircularProgress-root');
  const { violations } = await (ours ? axe.include(ours) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(n => n.html).join(' ')}`);
}

/** Judges a page wide and narrow, in light and dark mode. */
async function judge(
  page: Page,
  { path, ready, open, ours }: Omit<Shown, 'what'>,
) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1440, 400]) {
      const mode = `${colorScheme} mode at ${width} px`;
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expect(ready(page)).toBeVisible();
      if (width > 960) await open?.(page);
      expect((await brightnessOf(page)) > 127, mode).toBe(
        colorScheme === 'light',
      );
      expect(await seriousViolations(page, ours), mode).toEqual([]);
    }
  }
}

for (const shown of PAGES) {
  test(`axe finds no serious violation in ${shown.what}`, async ({ page }) => {
    if (shown.failing) {
      await page.route('**/api/gen3/fleet?*', route =>
        route.fulfill({ status: 503, body: 'Service Unavailable' }),
      );
    }
    await judge(page, shown);
  });
}

test('axe finds no serious violation in changes and in one of them', async ({
  page,
  portal,
}) => {
  const id = await proposeLaunch(portal, CHANGED);
  try {
    await judge(page, {
      path: '/changes',
      ready: () => page.getByText(`Launch ${CHANGED}`).first(),
    });
    await judge(page, {
      path: `/changes/${id}`,
      ready: () => page.getByRole('list', { name: 'Steps, in their order' }),
    });
  } finally {
    await reviewChange(portal, id, 'close');
  }
});
