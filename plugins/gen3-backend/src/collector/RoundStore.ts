import type {
  Cause,
  CheckState,
  Gen3JourneyId,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { CommonsTarget } from '../checks/types';
import type { Transition } from './transitionsOf';
import type { InsideSummary } from './summarizeInside';

/** A commons whose round this replica has taken. */
export interface ClaimedCommons {
  target: CommonsTarget;
  claimedAt: number;
  goneRounds: number;
  /** 0: this round asks everything. Else it confirms, and is the n-th to do so since the last that asked everything. */
  confirmations: number;
  /** When the next round is due that asks everything, as far as the claim knows. */
  regularCheckAt: number;
  /** Newest result of the rounds before; absent when nothing was asked yet. */
  checkedAt?: number;
  /** Status after the round before, and when it began. */
  status: HealthStatus;
  since?: number;
}

/** What a round found. */
export interface SettledRound {
  entityRef: string;
  /** The replica that holds the lease. */
  leaseOwner: string;
  states: CheckState[];
  transitions: Transition[];
  status: HealthStatus;
  cause: Cause;
  reason: string;
  /** What the cluster says; absent for a commons that nobody looks into. */
  inside?: InsideSummary;
  since: number;
  score?: number;
  journeys: Partial<Record<Gen3JourneyId, HealthStatus>>;
  /** When what changed did so. */
  settledAt: number;
  /** When the commons was last asked something; absent when it never was. */
  checkedAt?: number;
  /** What the claim said of the next round; when it is no longer so, a person wants one, and that stays. */
  plannedCheckAt: number;
  nextCheckAt: number;
  regularCheckAt: number;
  goneRounds: number;
  /** Why the round could not be carried out, or not wholly. */
  error?: string;
}

/** The rounds of the fleet, shared by all replicas. */
export interface RoundStore {
  /**
   * Takes up to `limit` rounds that are due and that no replica holds, those that ask everything before those that
   * confirm. The lease ends by itself after `leaseMs`; the next round is put off at once, so that not even a crash makes
   * anybody ask twice: after a round that asks everything to `nextCheckAt`, after one that confirms to the next that asks
   * everything.
   *
   * A round that is put off beyond `farthestCheckAt`, or held far longer than any lease, was so by a clock that has been set
   * back since: it is due, and asks everything.
   */
  claim(options: {
    leaseOwner: string;
    limit: number;
    leaseMs: number;
    nextCheckAt: number;
    /** Later than any round is put off. */
    farthestCheckAt: number;
  }): Promise<ClaimedCommons[]>;

  /** Number of commons whose probing is on. */
  countProbed(): Promise<number>;

  /** Settled states of a commons' checks. */
  listStates(entityRef: string): Promise<CheckState[]>;

  /** Writes a round and gives its lease back; `false` when the lease was lost, and then nothing is written. */
  record(round: SettledRound): Promise<boolean>;

  /** Gives a lease back without a result. */
  release(options: {
    entityRef: string;
    leaseOwner: string;
    error?: string;
  }): Promise<void>;
}
