import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { FLEET_VALUES, fleetConfig } from './benchConfig';
import { BenchPortal } from './BenchPortal';
import { BenchSimulator, simulatedFaults } from './BenchSimulator';
import { readProcessUse } from './processUse';
import { Figure } from './report';
import { summarise, Summary } from './statistics';
import { fleetQueries } from './fleetQueries';

const COMMONS = 5_000;
const PAGE = 50;
/** Asked before anything counts: statements are compiled, caches are filled. */
const WARM_UP = 30;
/** Until all commons are registered and have a status. */
const READY_LIMIT_MS = 20 * 60_000;
const POLL_MS = 5_000;
/** After the fleet is complete: the catalog still writes relations. */
const SETTLE_MS = 20_000;
/** What the simulator may need for all commons. */
const SIMULATOR_MB = 1_000;

const fleetPageSchema = z.looseObject({
  items: z.array(z.unknown()).max(PAGE),
  totalItems: z.number().int(),
  nextCursor: z.string().optional(),
});

const catalogPageSchema = z.looseObject({
  items: z.array(z.unknown()).max(PAGE),
  totalItems: z.number().int(),
  pageInfo: z.looseObject({ nextCursor: z.string().optional() }),
});

const summarySchema = z.looseObject({
  total: z.number().int(),
  byStatus: z.looseObject({ unknown: z.number().int() }),
});

/**
 * Measures pages of the fleet while all of it is being asked for its health, side by side with Backstage's own pages of the
 * same commons; and what the simulator needs to be those commons.
 */
export async function measureFleet(options: {
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
    faults: simulatedFaults(COMMONS),
    signal,
  });
  try {
    const config = fleetConfig({ database, commons: COMMONS, simulator });
    const portal = await BenchPortal.start({ folder, config, signal });
    try {
      say(`registering and asking ${COMMONS} commons on ${name} (minutes)`);
      await waitForFleet(portal, signal);
      await sleep(SETTLE_MS, undefined, { signal });
      say(`asking for pages on ${name}`);
      const { fleet, catalog } = await askForPages(portal);
      const pages = `page of ${PAGE} of ${COMMONS}`;
      return [
        figureOf(`/fleet, ${pages}, ${name}, p95`, fleet, 150),
        figureOf(`Backstage's by-query, same commons, ${name}, p95`, catalog),
        {
          what: `fleet simulator with ${COMMONS} commons asked over TLS, peak memory`,
          value: (await readProcessUse(simulator.pid))?.peakMemory,
          unit: 'MB',
          target: SIMULATOR_MB,
        },
      ];
    } finally {
      await portal.stop();
    }
  } finally {
    await simulator.stop();
  }
}

function figureOf(what: string, summary: Summary, target?: number): Figure {
  const { p50, p95, p99, max, count } = summary;
  const note = `p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, max ${max.toFixed(
    0,
  )} ms; ${count} requests`;
  return { what, value: p95, unit: 'ms', target, note };
}

async function waitForFleet(
  portal: BenchPortal,
  signal: AbortSignal,
): Promise<void> {
  const start = performance.now();
  let known = 0;
  while (performance.now() - start < READY_LIMIT_MS) {
    const { body } = await portal.get('/api/gen3/fleet/summary');
    const { total, byStatus } = summarySchema.parse(body);
    known = total - byStatus.unknown;
    if (known === COMMONS) {
      return;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error(
    `${known} of ${COMMONS} commons have a status after ${
      READY_LIMIT_MS / 60_000
    } minutes: this machine is too busy to measure on`,
  );
}

/** Asks one after the other, and the catalog once after every page of the fleet, so that both meet the same machine. */
async function askForPages(
  portal: BenchPortal,
): Promise<{ fleet: Summary; catalog: Summary }> {
  const fleet: number[] = [];
  const catalog: number[] = [];
  let catalogCursor: string | undefined;
  for (const { query, pages, matches } of fleetQueries(FLEET_VALUES)) {
    let cursor: string | undefined;
    for (let page = 0; page < pages; page += 1) {
      const answer = await portal.get(fleetPath(query, cursor));
      const { items, totalItems, nextCursor } = fleetPageSchema.parse(
        answer.body,
      );
      if (matches === 'all' ? totalItems !== COMMONS : items.length === 0) {
        throw new Error(
          `/fleet?${query} chose ${totalItems} commons: this measures something else`,
        );
      }
      fleet.push(answer.ms);
      const peer = await portal.get(catalogPath(catalogCursor));
      const found = catalogPageSchema.parse(peer.body);
      catalogCursor = found.pageInfo.nextCursor;
      catalog.push(peer.ms);
      cursor = nextCursor;
      if (!cursor) {
        break;
      }
    }
  }
  return {
    fleet: summarise(fleet.slice(WARM_UP)),
    catalog: summarise(catalog.slice(WARM_UP)),
  };
}

function fleetPath(query: string, cursor: string | undefined): string {
  const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
  return `/api/gen3/fleet?limit=${PAGE}&${query}${after}`;
}

function catalogPath(cursor: string | undefined): string {
  return cursor
    ? `/api/catalog/entities/by-query?limit=${PAGE}&cursor=${encodeURIComponent(
        cursor,
      )}`
    : `/api/catalog/entities/by-query?limit=${PAGE}&filter=kind=system,spec.type=gen3-commons`;
}
