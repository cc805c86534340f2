import { createHash } from 'node:crypto';
import { PlacedCommons, placeOf } from './placeOf';

/**
 * Where in the rhythm of rounds a commons has its turn, from 0 to below 1. Commons of one cluster have the same, so that one
 * look at their cluster serves them all; clusters, and commons without one, are spread evenly.
 */
export function phaseOf(commons: PlacedCommons): number {
  const hash = createHash('sha256').update(placeOf(commons)).digest();
  return hash.readUInt32BE() / 2 ** 32;
}
