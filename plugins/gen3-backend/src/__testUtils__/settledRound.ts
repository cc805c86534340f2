import type { SettledRound } from '../collector/RoundStore';

/** What a round of a commons that is well writes, with complete defaults. */
export function settledRound(
  entityRef: string,
  facts: Partial<SettledRound> & { checkedAt: number },
): SettledRound {
  return {
    entityRef,
    leaseOwner: 'test',
    states: [],
    transitions: [],
    status: 'up',
    cause: 'ok',
    reason: '',
    since: facts.checkedAt,
    score: 100,
    journeys: {},
    settledAt: facts.checkedAt,
    plannedCheckAt: facts.checkedAt + 60_000,
    nextCheckAt: facts.checkedAt + 60_000,
    regularCheckAt: facts.checkedAt + 60_000,
    goneRounds: 0,
    ...facts,
  };
}
