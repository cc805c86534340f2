import type { HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { type Picture, type Subject, subjectsOf } from './subjectsOf';

/** A status that changed. */
export interface Transition extends Subject {
  /** Absent the first time a commons is asked. */
  from?: HealthStatus;
}

/**
 * The statuses that differ between two rounds. The first round of a commons is one transition of the commons; its parts
 * begin with it.
 */
export function transitionsOf(
  before: Picture | undefined,
  after: Picture,
): Transition[] {
  const was = new Map(before && subjectsOf(before).map(s => [s.subject, s]));
  return subjectsOf(after).flatMap((now): Transition[] => {
    const from = was.get(now.subject)?.to;
    const isNew = before === undefined && now.subject === 'commons';
    const changed = from !== undefined && from !== now.to;
    return changed || isNew ? [{ ...now, from }] : [];
  });
}
