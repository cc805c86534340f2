import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BenchPortal } from './BenchPortal';
import { BenchSimulator } from './BenchSimulator';
import { describeInside, InsideRun } from './describeInside';
import { INTERVAL_MS, insideConfig } from './insideConfig';
import { sampleAges, sampleAllAges } from './insideAges';
import { ProcessUse, readProcessUse, resetPeak } from './processUse';
import { Figure } from './report';
import { SimulatorControl } from './SimulatorControl';

/** 50 clusters with 20 commons each. */
const COMMONS = 1_000;
/** After a start, before memory counts as that of an idle portal. */
const SETTLE_MS = 20_000;
/** Until all commons are registered and their clusters have answered. */
const READY_LIMIT_MS = 10 * 60_000;
const POLL_MS = 5_000;
/** How long is measured, without and with a cluster that hangs. */
const WATCH_MS = 4 * INTERVAL_MS;

/**
 * Measures what looking into 50 clusters of 20 commons each costs every minute: requests to their API servers, how old the
 * newest answer of a commons gets, memory, and what one cluster that hangs does to the commons of the others.
 */
export async function measureInside(options: {
  folder: string;
  database: object;
  /** Of the database, for people. */
  name: string;
  signal: AbortSignal;
  say: (message: string) => void;
}): Promise<Figure[]> {
  const { folder, database, name, signal, say } = options;
  const simulator = await BenchSimulator.start({
    folder: join(folder, 'simulator'),
    commons: COMMONS,
    faults: [],
    signal,
  });
  try {
    const control = SimulatorControl.create({
      url: simulator.controlUrl,
      signal,
    });
    const commons = await control.listCommons();
    const config = insideConfig({ database, commons, simulator });
    const portal = await BenchPortal.start({ folder, config, signal });
    try {
      say(`inside on ${name}: waiting for an idle portal`);
      await sleep(SETTLE_MS, undefined, { signal });
      const idle = await portal.leastUseAfterCollection();
      say(`inside on ${name}: asking ${COMMONS} commons and their clusters`);
      const clusters = [...new Set(commons.map(({ cluster }) => cluster))];
      // One commons of each cluster stands for it, the first ones together for those that hang.
      const watched = clusters.flatMap(cluster =>
        commons.filter(each => each.cluster === cluster).slice(0, 1),
      );
      await waitUntilSeen(portal, watched, signal);
      await resetPeak(portal.pid);
      const run = { portal, control, watched, signal };
      const usual = await watch(run);
      const busy = await portal.leastUseAfterCollection();
      const [hanging] = clusters;
      say(`inside on ${name}: the same while ${hanging} hangs`);
      await control.hang(hanging);
      // The first rounds meet the cluster without knowing that it hangs.
      await sleep(2 * INTERVAL_MS, undefined, { signal });
      const others = watched.filter(({ cluster }) => cluster !== hanging);
      const disturbed = await watch({ ...run, watched: others });
      return describeInside({ name, idle, busy, usual, disturbed });
    } finally {
      await portal.stop();
    }
  } finally {
    await simulator.stop();
  }
}

async function waitUntilSeen(
  portal: BenchPortal,
  watched: Array<{ hostname: string }>,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  let seen = 0;
  while (performance.now() - start < READY_LIMIT_MS) {
    seen = (await sampleAges(portal, watched)).length;
    if (seen === watched.length) {
      // One more round, so that all commons of a cluster had theirs.
      await sleep(INTERVAL_MS, undefined, { signal });
      return;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(
    `${seen} of ${watched.length} clusters have answered after ${
      READY_LIMIT_MS / 60_000
    } minutes: this machine is too busy to measure on`,
  );
}

async function watch(options: {
  portal: BenchPortal;
  control: SimulatorControl;
  watched: Array<{ hostname: string }>;
  signal: AbortSignal;
}): Promise<InsideRun> {
  const { portal, control, watched, signal } = options;
  const before: ProcessUse | undefined = await readProcessUse(portal.pid);
  await control.takeRequests();
  const start = performance.now();
  const ages: number[] = [];
  let toClusters = 0;
  let toCommons = 0;
  while (performance.now() - start < WATCH_MS) {
    await sleep(POLL_MS, undefined, { signal });
    ages.push(...(await sampleAllAges(portal, watched)));
    const requests = await control.takeRequests();
    const inside = requests.filter(({ hostname }) =>
      hostname.startsWith('cluster:'),
    ).length;
    toClusters += inside;
    toCommons += requests.length - inside;
  }
  const seconds = (performance.now() - start) / 1_000;
  const after = await readProcessUse(portal.pid);
  return { ages, toClusters, toCommons, seconds, before, after };
}
