import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { BenchPortal } from './BenchPortal';

const countSchema = z.looseObject({ totalItems: z.number().int() });

const entitiesSchema = z.array(
  z.looseObject({
    metadata: z.looseObject({ uid: z.string(), etag: z.string() }),
  }),
);

const POLL_MS = 3_000;

/**
 * Waits until the catalog has processed this many entities, which it does by itself after it was handed them.
 *
 * @returns seconds since the call, or undefined when it took longer than the limit.
 */
export async function waitForEntities(
  portal: BenchPortal,
  options: { atLeast: number; limitMs: number; signal: AbortSignal },
): Promise<number | undefined> {
  const { atLeast, limitMs, signal } = options;
  const start = performance.now();
  while (performance.now() - start < limitMs) {
    const { body } = await portal.get(
      '/api/catalog/entities/by-query?limit=1&fields=metadata.name',
    );
    if (countSchema.parse(body).totalItems >= atLeast) {
      return (performance.now() - start) / 1_000;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
  return undefined;
}

/** Identity and version of every entity: the catalog gives an entity another etag when anything of it changed. */
export type EntityVersions = ReadonlySet<string>;

/** All entities of the catalog with their versions. */
export async function listVersions(
  portal: BenchPortal,
): Promise<EntityVersions> {
  const { body } = await portal.get(
    '/api/catalog/entities?fields=metadata.uid,metadata.etag',
  );
  return new Set(
    entitiesSchema
      .parse(body)
      .map(({ metadata: { uid, etag } }) => `${uid} ${etag}`),
  );
}

/** How many entities are new, gone or changed. One that changed counts once. */
export function countDifferences(
  before: EntityVersions,
  after: EntityVersions,
): number {
  const uidsOf = (some: EntityVersions, others: EntityVersions) =>
    [...some]
      .filter(version => !others.has(version))
      .map(version => version.split(' ')[0]);
  return new Set([...uidsOf(before, after), ...uidsOf(after, before)]).size;
}

/** Waits until the catalog is at rest: no entity changed between two looks. Returns what it holds then. */
export async function waitForRest(
  portal: BenchPortal,
  options: { limitMs: number; signal: AbortSignal },
): Promise<EntityVersions> {
  const { limitMs, signal } = options;
  const start = performance.now();
  let before = await listVersions(portal);
  while (performance.now() - start < limitMs) {
    await sleep(5 * POLL_MS, undefined, { signal });
    const after = await listVersions(portal);
    if (countDifferences(before, after) === 0) {
      return after;
    }
    before = after;
  }
  return before;
}
