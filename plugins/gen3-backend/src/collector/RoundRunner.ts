import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  CheckResult,
  ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Checks } from '../checks/types';
import { type Clock, startDeadline } from '../clock';
import type { HealthConfig } from '../config/readHealthConfig';
import type { BusyMeter } from './BusyMeter';
import type { ChangeListener } from './ChangeListener';
import { excuseIsolation } from './excuseIsolation';
import { excuseTimeouts } from './excuseTimeouts';
import type { IsolationMeter } from './IsolationMeter';
import { isConfirmation, roundTimeoutMs } from './nextRound';
import { planRound } from './planRound';
import type { ClaimedCommons, RoundStore } from './RoundStore';
import { runChecks } from './runChecks';
import { settleRound } from './settleRound';

/**
 * What readers learn of a round that failed. The error is for the log alone: that of a database quotes its statement with
 * all that was to be written.
 */
const ROUND_FAILED =
  'the portal failed, not the commons; the log of its backend says why, under "Round could not be carried out"';

/** What carrying out a round needs. */
export interface RoundRunnerOptions {
  store: RoundStore;
  checks: Checks;
  registry: ServiceRegistry;
  config: HealthConfig;
  changes: ChangeListener;
  meter: BusyMeter;
  isolation: IsolationMeter;
  logger: LoggerService;
  clock: Clock;
}

/** Carries out one round of one commons: asks, settles, writes, announces. */
export class RoundRunner {
  readonly #options: RoundRunnerOptions;

  static create(options: RoundRunnerOptions): RoundRunner {
    return new RoundRunner(options);
  }

  private constructor(options: RoundRunnerOptions) {
    this.#options = options;
  }

  /**
   * Never rejects: that a round failed is written on the commons, why is logged, and its lease is given back. When `signal`
   * aborts, the round is dropped whole, because a shutdown says nothing about a commons.
   */
  async run(
    claimed: ClaimedCommons,
    options: { leaseOwner: string; signal: AbortSignal },
  ): Promise<void> {
    try {
      await this.#ask(claimed, options);
    } catch (error) {
      await this.#fail(claimed, options.leaseOwner, error);
    }
  }

  async #ask(
    claimed: ClaimedCommons,
    options: { leaseOwner: string; signal: AbortSignal },
  ): Promise<void> {
    const { store, checks, registry, config, clock } = this.#options;
    const { leaseOwner, signal } = options;
    const { entityRef } = claimed.target;
    const states = await store.listStates(entityRef);
    const plan = planRound({
      checks: checks.for(claimed.target, { fresh: isConfirmation(claimed) }),
      registry,
      confirming: isConfirmation(claimed) ? states : undefined,
    });
    const deadline = startDeadline({
      clock,
      ms: roundTimeoutMs(claimed, config),
      signal,
    });
    const results = await runChecks({
      checks: plan,
      timeoutMs: config.checkGuardMs,
      clock,
      signal: deadline.signal,
    }).finally(() => deadline.clear());

    if (signal.aborted) {
      await store.release({ entityRef, leaseOwner });
      return;
    }
    const settled = settleRound({
      claimed,
      states,
      results: this.#excuse(claimed, results),
      registry,
      config,
      now: clock.now(),
    });
    const written = await store.record({ ...settled.round, leaseOwner });
    if (!written) {
      this.#options.logger.warn('Round dropped: its lease was lost', {
        entityRef,
      });
      return;
    }
    this.#options.changes.addRound();
    if (settled.isNews) {
      this.#options.changes.addChange();
    }
  }

  /** What is the portal's own fault is no commons' failure. */
  #excuse(claimed: ClaimedCommons, results: CheckResult[]): CheckResult[] {
    const { meter, isolation } = this.#options;
    if (meter.wasBusySince(claimed.claimedAt)) {
      return excuseTimeouts(results);
    }
    isolation.observe({ commons: claimed.target, results });
    return isolation.isIsolated() ? excuseIsolation(results) : results;
  }

  async #fail(
    claimed: ClaimedCommons,
    leaseOwner: string,
    cause: unknown,
  ): Promise<void> {
    const { store, logger } = this.#options;
    const { entityRef } = claimed.target;
    logger.error('Round could not be carried out', {
      entityRef,
      error: stringifyError(cause),
    });
    try {
      await store.release({ entityRef, leaseOwner, error: ROUND_FAILED });
    } catch (failure) {
      // Nothing is lost: the lease ends by itself, and the next round is already due at its time.
      logger.error('Lease could not be given back', {
        entityRef,
        error: stringifyError(failure),
      });
    }
  }
}
