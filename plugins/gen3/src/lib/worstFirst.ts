import {
  HEALTH_STATUSES,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

/** In order of need for attention, then by name. */
export function worstFirst<T extends { name: string; status: HealthStatus }>(
  items: T[],
): T[] {
  const rank = (item: T) => HEALTH_STATUSES.indexOf(item.status);
  return [...items].sort(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name),
  );
}
