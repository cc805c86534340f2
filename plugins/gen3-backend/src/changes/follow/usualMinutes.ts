import type { ChangeStep } from '@gen3-csoc/backstage-plugin-gen3-common';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/**
 * Minutes that a step usually takes; a source is read every five, and people review on the next day at the latest. Being proposed has none: what cannot
 * be proposed ends by itself.
 */
export const USUAL_MINUTES = {
  checks: DAY_MINUTES,
  merged: DAY_MINUTES,
  discovered: 10,
  synced: 15,
  workloads: 20,
  jobs: 30,
  probes: 10,
  login: 10,
} as const satisfies Partial<Record<ChangeStep['id'], number>>;

/** A step that may take longer than usual. */
export type LateStep = keyof typeof USUAL_MINUTES;

/** Undefined for a step that has no usual time. */
export function usualMinutesOf(id: ChangeStep['id']): number | undefined {
  return id === 'proposed' ? undefined : USUAL_MINUTES[id];
}

/** Whether a step that has been under way for so long takes longer than usual. */
export function isLate(id: LateStep, forMs: number): boolean {
  return forMs > USUAL_MINUTES[id] * MINUTE_MS;
}
