import type { ContainerEnd, ContainerStatus } from './ContainerStatus';

/** Restarts are counted over so long. */
export const HOUR_MS = 3_600_000;

/** How a container that begins anew ended last, where that was within the last hour; one that ended longer ago has calmed down. */
export function findRecentEnd(
  { lastState }: ContainerStatus,
  now: number,
): ContainerEnd | undefined {
  const end = lastState?.terminated;
  return end?.finishedAt !== undefined &&
    now - Date.parse(end.finishedAt) <= HOUR_MS
    ? end
    : undefined;
}
