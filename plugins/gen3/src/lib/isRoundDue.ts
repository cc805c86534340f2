import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';

/** A round that has been due for longer than this is not taken up any moment: nobody collects, or too much is to do. */
const SOON_MS = 60_000;

/**
 * A round of this commons is due and not yet under way, e.g. because somebody asked for it: the collector takes it up within
 * seconds.
 */
export function isRoundDue(
  answer: Pick<CommonsHealthResponse, 'refreshing' | 'nextCheckAt' | 'asOf'>,
): boolean {
  const { refreshing, nextCheckAt, asOf } = answer;
  if (refreshing || nextCheckAt === undefined) return false;
  const dueForMs = Date.parse(asOf) - Date.parse(nextCheckAt);
  return dueForMs >= 0 && dueForMs < SOON_MS;
}
