import type { HealthConfig } from '../config/readHealthConfig';
import { GONE_AFTER_ROUNDS, nextCheckAt } from './nextCheckAt';
import { phaseOf } from './phaseOf';
import type { ClaimedCommons } from './RoundStore';

/** When a commons is asked again. */
export interface NextRound {
  nextCheckAt: number;
  /** The next round that asks everything; later than `nextCheckAt` when one that confirms comes first. */
  regularCheckAt: number;
}

/** Rounds that confirm between two that ask everything: as many as the slower change needs after its first result. */
export function maxConfirmations({ hysteresis }: HealthConfig): number {
  return Math.max(hysteresis.failuresToDown, hysteresis.successesToUp) - 1;
}

/** True for a round that asks only what has to be confirmed. */
export function isConfirmation(claimed: ClaimedCommons): boolean {
  return claimed.confirmations > 0;
}

/**
 * When the round after this one is due. Rounds that ask everything keep their time whatever happens between them. While
 * a change is pending, one that confirms comes early, if it has time to end before, if there were not
 * {@link maxConfirmations} already, and if the host is not gone.
 */
export function nextRound(options: {
  claimed: ClaimedCommons;
  /** When this round ended. */
  now: number;
  /** Rounds in a row in which the host could not be reached, this one included. */
  goneRounds: number;
  /** Whether a check's newest result speaks against what is shown. */
  isPending: boolean;
  config: HealthConfig;
}): NextRound {
  const { claimed, now, goneRounds, isPending, config } = options;
  const regularCheckAt = isConfirmation(claimed)
    ? claimed.regularCheckAt
    : nextCheckAt({
        claimedAt: claimed.claimedAt,
        intervalMs: config.intervalMs,
        goneRounds,
        phase: phaseOf(claimed.target),
      });
  const confirmAt = now + config.confirmAfterMs;
  const comesEarly =
    isPending &&
    goneRounds < GONE_AFTER_ROUNDS &&
    claimed.confirmations < maxConfirmations(config) &&
    confirmAt + config.checkTimeoutMs <= regularCheckAt;
  return {
    nextCheckAt: comesEarly ? confirmAt : regularCheckAt,
    regularCheckAt,
  };
}

/** How long a round may take; one that confirms makes room for the one that asks everything. */
export function roundTimeoutMs(
  claimed: ClaimedCommons,
  config: HealthConfig,
): number {
  return isConfirmation(claimed)
    ? Math.min(
        config.roundTimeoutMs,
        claimed.regularCheckAt - claimed.claimedAt,
      )
    : config.roundTimeoutMs;
}
