import { boundedClause } from './boundedClause';
import { ClusterFailure } from './ClusterClient';

/** Why a list could not be had. */
export interface ClusterProblem {
  failure: ClusterFailure;
  /** As in a reading; it is bounded here. */
  detail: string;
}

/** A list could not be had. It stays in this folder: callers get a reading. */
export class ClusterReadError extends Error {
  readonly name = 'ClusterReadError';

  readonly failure: ClusterFailure;

  /** Bounded, without secrets and addresses. */
  readonly detail: string;

  /** When it failed, in milliseconds since the epoch. */
  readonly at: number;

  constructor(problem: ClusterProblem, at: number) {
    const detail = boundedClause(problem.detail);
    super(`${problem.failure}: ${detail}`);
    this.failure = problem.failure;
    this.detail = detail;
    this.at = at;
  }
}
