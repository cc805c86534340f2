import { Gen3BodyExpectation, Gen3Probe } from '../services/types';
import { isMaintenanceRedirect } from './isMaintenanceRedirect';
import { CheckResult } from './types';

/** What a commons answered to one probe. @public */
export interface ProbeAnswer {
  /** HTTP status. */
  status: number;
  /** Body as text; the start of it is enough for everything but JSON. */
  body: string;
  /** Header `location`, of redirects. */
  location?: string;
  /** Body of the healthy answer to `/`, where it is known; for probes of other pages. */
  frontPage?: string;
}

/** What an answer means. @public */
export type Verdict = Pick<
  CheckResult,
  'outcome' | 'cause' | 'furtherCauses' | 'reason'
>;

const OK: Verdict = {
  outcome: 'up',
  cause: 'ok',
  reason: 'answers as expected',
};

const isHtml = (body: string) =>
  /^\s*<(!doctype html|!--|html|head|body)/i.test(body);

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // No JSON: the caller says what that means.
  }
}

/** What is wrong with a body, as a clause; undefined when it is as expected. */
function mismatchOf(
  body: string,
  expected: Gen3BodyExpectation,
): string | undefined {
  switch (expected.kind) {
    case 'text': {
      const text = body
        .trim()
        .replace(/^"(.*)"$/s, '$1')
        .trim();
      return text === expected.equals
        ? undefined
        : `something else than "${expected.equals}"`;
    }
    case 'json-string':
      return typeof parseJson(body) === 'string'
        ? undefined
        : 'something else than a JSON string';
    case 'json-object':
      return objectMismatch(parseJson(body), expected);
    case 'html':
      return isHtml(body) ? undefined : 'no HTML page';
    case 'not-html':
    default:
      return undefined;
  }
}

/** Whether it is no list or object, or one without anything in it. */
const isEmpty = (value: unknown) =>
  typeof value !== 'object' ||
  value === null ||
  Object.keys(value).length === 0;

function objectMismatch(
  value: unknown,
  expected: Extract<Gen3BodyExpectation, { kind: 'json-object' }>,
): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'no JSON object';
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const { keys = [], filled = [] } = expected;
  const missing = [...keys, ...filled].find(key => !members.has(key));
  if (missing !== undefined) return `JSON without "${missing}"`;
  const empty = filled.find(key => isEmpty(members.get(key)));
  if (empty !== undefined) return `JSON whose "${empty}" is empty`;
  const wrong = Object.entries(expected.values ?? {}).find(
    ([key, wanted]) => members.get(key) !== wanted,
  );
  return wrong ? `JSON whose "${wrong[0]}" is not "${wrong[1]}"` : undefined;
}

function classifyRedirect(answer: ProbeAnswer): Verdict {
  return isMaintenanceRedirect(answer)
    ? { outcome: 'unknown', cause: 'maintenance', reason: 'is in maintenance' }
    : {
        outcome: 'unknown',
        cause: 'redirected',
        reason: `redirects (${answer.status}) instead of answering`,
      };
}

function classifyBody(
  probe: Gen3Probe,
  { status, body, frontPage }: ProbeAnswer,
): Verdict {
  if (probe.body.kind === 'html' && probe.path !== '/' && body === frontPage) {
    return {
      outcome: 'down',
      cause: 'unexpected-body',
      reason: `answers ${status} with the page of "/": the front end replies because nothing serves this path`,
    };
  }
  if (probe.body.kind !== 'html' && isHtml(body)) {
    return {
      outcome: 'down',
      cause: 'unexpected-body',
      reason: `answers ${status} with an HTML page: the front end replies because nothing serves this path`,
    };
  }
  const mismatch = mismatchOf(body, probe.body);
  if (mismatch === undefined) return OK;
  return {
    outcome: /unhealthy/i.test(body.slice(0, 200)) ? 'down' : 'degraded',
    cause: 'unexpected-body',
    reason: `answers ${status} with ${mismatch}`,
  };
}

/**
 * Says what an answer to a probe means. It knows the traps of Gen3's gateway (`gen3-helm:helm/revproxy/nginx/nginx.conf`):
 *
 * * an HTML page where none belongs is the single-page front end answering for a missing service: down, although 200; where a
 *   page belongs, the page of `/` is the front end's;
 * * 401, 403 and 429 come from a firewall, an allow-list or a gate and say nothing about health: unknown (blocked);
 * * a redirect leads to a log-in or to another host and says nothing about health: unknown; one to the maintenance page is
 *   `maintenance`;
 * * every upstream failure arrives as 500: down, and so is every other status of 400 and above;
 * * besides the status of its healthy answer (201 for the user data library) a service may always answer 200.
 *
 * A body that is neither healthy nor HTML is degraded: something answers, but not as it should.
 *
 * @public
 */
export function classifyAnswer(probe: Gen3Probe, answer: ProbeAnswer): Verdict {
  const { status } = answer;
  if (status >= 300 && status < 400) return classifyRedirect(answer);
  if (status === 401 || status === 403 || status === 429) {
    return {
      outcome: 'unknown',
      cause: 'blocked',
      reason: `does not let us ask (${status})`,
    };
  }
  if (status < 200 || status >= 400) {
    return {
      outcome: 'down',
      cause: 'http-status',
      reason: `answers ${status}`,
    };
  }
  const expected = probe.status ?? 200;
  if (status !== expected && status !== 200) {
    return {
      outcome: 'degraded',
      cause: 'http-status',
      reason: `answers ${status} instead of ${expected}`,
    };
  }
  return classifyBody(probe, answer);
}
