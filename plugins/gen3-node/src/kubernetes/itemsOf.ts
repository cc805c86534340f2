import type { KindReading } from './ClusterClient';

/** Objects of a list; none when it could not be read. @public */
export function itemsOf<T>(reading: KindReading<T>): T[] {
  return reading.state === 'read' ? reading.items : [];
}
