import type {
  CheckResult,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Gen3HttpResponse,
  Gen3UpstreamError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { excerptOf } from './excerptOf';
import { outcomeOfFailure } from './outcomeOfFailure';
import type { Check } from './types';

const MAX_ERROR_CHARACTERS = 300;

/** What a check found: the verdict, and what it rests on. */
export type Finding = Verdict & Pick<CheckResult, 'evidence' | 'latencyMs'>;

/**
 * Makes a check of a question that may fail: a failure of the commons becomes a result, and anything else, which is a
 * mistake of the portal's, stays an error.
 */
export function createCheck(options: {
  id: string;
  service?: string;
  /** Milliseconds since the epoch. */
  now: () => number;
  ask: (signal: AbortSignal) => Promise<Finding>;
  /** @defaultValue {@link outcomeOfFailure} */
  judgeFailure?: (error: Gen3UpstreamError) => Verdict;
}): Check {
  const { id, service, now, ask, judgeFailure = outcomeOfFailure } = options;
  const findOut = async (signal: AbortSignal): Promise<Finding> => {
    try {
      return await ask(signal);
    } catch (error) {
      if (!(error instanceof Gen3UpstreamError)) {
        throw error;
      }
      const message = error.message.slice(0, MAX_ERROR_CHARACTERS);
      return { ...judgeFailure(error), evidence: { error: message } };
    }
  };
  return {
    id,
    service,
    async run({ signal }) {
      const finding = await findOut(signal);
      return {
        checkId: id,
        service,
        ...finding,
        checkedAt: new Date(now()).toISOString(),
      };
    },
  };
}

/** What an HTTP answer leaves as evidence. */
export function evidenceOf(
  answer: Gen3HttpResponse,
): Pick<Finding, 'evidence' | 'latencyMs'> {
  return {
    evidence: {
      url: answer.url,
      httpStatus: answer.status,
      excerpt: excerptOf(answer.body),
    },
    latencyMs: answer.latencyMs,
  };
}
