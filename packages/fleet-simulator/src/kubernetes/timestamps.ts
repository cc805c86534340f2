import { ClusterView, NamespaceView } from './views';

/** Milliseconds of the units that times are counted in. */
export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** RFC 3339 in UTC without fractions. */
export function timestamp(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

/** So much later; negative: earlier. */
export function later(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}

/** When a cluster was made: hundreds of days before the simulator started. */
export function clusterCreatedAt({ facts, startedAt }: ClusterView): Date {
  return later(startedAt, -facts.number('created', 200, 700) * DAY_MS);
}

/** When a commons came into its namespace. */
export function installedAt({ facts, cluster }: NamespaceView): Date {
  return later(
    cluster.startedAt,
    -facts.number('installed', 90, 199) * DAY_MS - timeOfDay(facts),
  );
}

/** When what runs now was rolled out, while nothing was wrong. */
export function deployedAt({ facts, cluster }: NamespaceView): Date {
  return later(
    cluster.startedAt,
    -facts.number('deployed', 2, 60) * DAY_MS - timeOfDay(facts),
  );
}

function timeOfDay(facts: NamespaceView['facts']): number {
  return facts.number('time of day', 0, 12 * 60 * 60) * SECOND_MS;
}
