import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { HysteresisPolicy } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  configError,
  wholeNumber,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';

/** `gen3.health`, validated and with defaults. */
export interface HealthConfig {
  intervalMs: number;
  /** How long after a round whose findings have to be confirmed those are asked again. */
  confirmAfterMs: number;
  /** How long a check waits for a commons. */
  checkTimeoutMs: number;
  /** A check that found nothing by then is cut off; longer, because it may have to wait for its turn. */
  checkGuardMs: number;
  /** A round that takes longer is cut off. */
  roundTimeoutMs: number;
  /** How long a replica holds a commons while it asks. */
  leaseMs: number;
  maxConcurrentCommons: number;
  hysteresis: HysteresisPolicy;
  certificateWarningDays: number;
  fleetSyncMs: number;
  transitionRetentionDays: number;
  maxTransitionsPerSubject: number;
}

const KEY = 'gen3.health';

const healthSchema = z.strictObject({
  intervalMs: wholeNumber(1_000, 3_600_000).default(60_000),
  checkTimeoutMs: wholeNumber(100, 120_000).optional(),
  confirmAfterMs: wholeNumber(1_000, 3_600_000).optional(),
  maxConcurrentCommons: wholeNumber(1, 2_000).default(100),
  failuresToDown: wholeNumber(1, 100).default(3),
  successesToUp: wholeNumber(1, 100).default(2),
  certificateWarningDays: wholeNumber(0, 365).default(21),
  fleetSyncMs: wholeNumber(1_000, 3_600_000).default(15_000),
  transitionRetentionDays: wholeNumber(1, 3650).default(730),
  maxTransitionsPerSubject: wholeNumber(10, 100_000).default(1_000),
});

/** The default deadline of a check; shorter when intervals are, so that a silent commons is asked everything. */
const MAX_DEFAULT_TIMEOUT_MS = 10_000;

/** Limits of the default time until what has to be confirmed is asked again. */
const MIN_DEFAULT_CONFIRM_AFTER_MS = 1_000;
const MAX_DEFAULT_CONFIRM_AFTER_MS = 10_000;

/** Part of an interval that a round may take: five checks one after the other that all end at their deadline. */
const ROUND_PART = 0.9;

/** Time that writing a round may take after its deadline, before its lease ends. */
const LEASE_RESERVE_MS = 10_000;

/**
 * Reads `gen3.health`.
 *
 * @throws InputError with the full path of each bad key, the value found and what is accepted.
 */
export function readHealthConfig(config: RootConfigService): HealthConfig {
  const found = config.getOptional(KEY) ?? {};
  const parsed = healthSchema.safeParse(found);
  if (!parsed.success) {
    throw configError(KEY, parsed.error, {
      found,
      known: Object.keys(healthSchema.shape),
    });
  }
  const { intervalMs, failuresToDown, successesToUp, ...rest } = parsed.data;
  const checkTimeoutMs =
    rest.checkTimeoutMs ??
    Math.min(MAX_DEFAULT_TIMEOUT_MS, Math.floor(intervalMs / 6));
  if (checkTimeoutMs > intervalMs / 2) {
    throw new InputError(
      `${KEY}.checkTimeoutMs: ${checkTimeoutMs} is more than half of ${KEY}.intervalMs (${intervalMs}); use at most ${Math.floor(
        intervalMs / 2,
      )}`,
    );
  }
  const roundTimeoutMs = Math.floor(intervalMs * ROUND_PART);
  return {
    ...rest,
    intervalMs,
    confirmAfterMs: rest.confirmAfterMs ?? defaultConfirmAfterMs(intervalMs),
    checkTimeoutMs,
    checkGuardMs: checkTimeoutMs * 2,
    roundTimeoutMs,
    leaseMs: Math.max(intervalMs, roundTimeoutMs + LEASE_RESERVE_MS),
    hysteresis: { failuresToDown, successesToUp },
  };
}

function defaultConfirmAfterMs(intervalMs: number): number {
  return Math.min(
    MAX_DEFAULT_CONFIRM_AFTER_MS,
    Math.max(MIN_DEFAULT_CONFIRM_AFTER_MS, Math.floor(intervalMs / 6)),
  );
}
