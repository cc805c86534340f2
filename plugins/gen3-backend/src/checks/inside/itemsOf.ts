import type { KindReading } from '@gen3-csoc/backstage-plugin-gen3-node';

/** What could be read; nothing of a list that failed. */
export function itemsOf<T>(reading: KindReading<T>): T[] {
  return reading.state === 'read' ? reading.items : [];
}
