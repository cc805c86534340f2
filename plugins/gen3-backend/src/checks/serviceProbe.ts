import {
  classifyAnswer,
  type Gen3Probe,
  type Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { Gen3HttpResponse } from '@gen3-csoc/backstage-plugin-gen3-node';
import { createCheck, evidenceOf } from './createCheck';
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
  return classifyAnswer(probe, { status, body, location });
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
    async ask(signal) {
      const { path } = probe;
      const maxBytes = isJson(probe) ? MAX_JSON_BYTES : undefined;
      const answer = await round.get({ path, maxBytes }, signal);
      return { ...judgeAnswer(probe, answer), ...evidenceOf(answer) };
    },
  });
}
