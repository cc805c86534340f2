import type { CheckResult } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Check, Checks, CommonsTarget } from '../checks/types';

/** How a commons answers: a result's facts, or a promise of them that listens to the signal or does not. */
export type Answer = (question: {
  target: CommonsTarget;
  service: string;
  signal: AbortSignal;
}) => Partial<CheckResult> | Promise<Partial<CheckResult>>;

/** Checks that ask nobody, and remember what they were to ask. */
export interface FakeChecks extends Checks {
  /** `<hostname> <service>` of every question, in order. */
  readonly asked: string[];
  /** Most questions that were under way at the same time. */
  readonly peak: number;
}

/** Makes one check `http:<service>` per service of a commons. */
export function createFakeChecks(options: {
  now: () => number;
  answer: Answer;
}): FakeChecks {
  const asked: string[] = [];
  let running = 0;
  let peak = 0;
  const checkOf = (target: CommonsTarget, service: string): Check => ({
    id: `http:${service}`,
    service,
    async run({ signal }) {
      asked.push(`${target.hostname} ${service}`);
      running += 1;
      peak = Math.max(peak, running);
      try {
        const facts = await options.answer({ target, service, signal });
        return {
          checkId: `http:${service}`,
          service,
          outcome: 'up',
          cause: 'ok',
          reason: 'answers as it should',
          evidence: {},
          checkedAt: new Date(options.now()).toISOString(),
          ...facts,
        };
      } finally {
        running -= 1;
      }
    },
  });
  return {
    asked,
    get peak() {
      return peak;
    },
    for: target => target.services.map(service => checkOf(target, service)),
  };
}

/** An answer of a failing service. */
export const ANSWERS_500: Partial<CheckResult> = {
  outcome: 'down',
  cause: 'http-status',
  reason: 'answers 500',
};

/** An answer of a service whose host cannot be reached. */
export const REFUSED: Partial<CheckResult> = {
  outcome: 'down',
  cause: 'unreachable',
  reason: 'cannot be reached: connection refused',
};
