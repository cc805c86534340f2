import {
  classifyAnswer,
  type Gen3Probe,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  type Gen3HttpResponse,
  Gen3UpstreamError,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { createCheck, evidenceOf, type Finding } from './createCheck';
import type { Round } from './Round';
import type { Check } from './types';

/** JSON can only be judged whole, and arborist's mapping of a large commons is longer than what is read elsewhere. */
const MAX_JSON_BYTES = 1_048_576;

const isJson = ({ body }: Gen3Probe) =>
  body.kind === 'json-object' || body.kind === 'json-string';

/** Judges the answer of a service. */
export function judgeAnswer(
  probe: Gen3Probe,
  answer: Pick<Gen3HttpResponse, 'status' | 'body' | 'truncated' | 'headers'>,
  frontPage?: string,
): Verdict {
  const { status, body, truncated } = answer;
  const isCutJson = truncated && isJson(probe) && /^\s*["[{]/.test(body);
  if (isCutJson && status === (probe.status ?? 200)) {
    return {
      outcome: 'unknown',
      cause: 'too-large',
      reason: `cannot be judged: it answers more than ${MAX_JSON_BYTES} bytes`,
    };
  }
  const { location } = answer.headers;
  return classifyAnswer(probe, { status, body, location, frontPage });
}

/**
 * The front page, which a missing service's path falls through to on some commons; undefined when there is none, and then
 * nothing can fall through to it.
 */
async function readFrontPage(
  round: Round,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { status, body } = await round.get({ path: '/' }, signal);
    return status === 200 ? body : undefined;
  } catch (error) {
    if (error instanceof Gen3UpstreamError) {
      return undefined;
    }
    throw error;
  }
}

/** Asks and judges. @throws Gen3UpstreamError when there is no answer. */
export async function askProbe(
  round: Round,
  probe: Gen3Probe,
  signal: AbortSignal,
): Promise<Finding> {
  const { path } = probe;
  const maxBytes = isJson(probe) ? MAX_JSON_BYTES : undefined;
  const answer = await round.get({ path, maxBytes }, signal);
  // Nearly always asked already in the round.
  const frontPage =
    probe.body.kind === 'html' && path !== '/'
      ? await readFrontPage(round, signal)
      : undefined;
  return { ...judgeAnswer(probe, answer, frontPage), ...evidenceOf(answer) };
}

/** The service answers one of its probes as a healthy one does. */
export function createServiceProbe(options: {
  round: Round;
  now: () => number;
  service: string;
  probe: Gen3Probe;
}): Check {
  const { round, now, service, probe } = options;
  return createCheck({
    id: ['http', service, ...(probe.id ? [probe.id] : [])].join(':'),
    service,
    now,
    ask: signal => askProbe(round, probe, signal),
  });
}
