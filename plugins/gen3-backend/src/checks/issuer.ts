import type {
  Gen3Probe,
  Verdict,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3UpstreamError } from '@gen3-csoc/backstage-plugin-gen3-node';
import { z } from 'zod';
import { createCheck, evidenceOf } from './createCheck';
import { excerptOf } from './excerptOf';
import { outcomeOfFailure } from './outcomeOfFailure';
import type { Round } from './Round';
import { askProbe } from './serviceProbe';
import type { Check } from './types';

/** Source: `fence:fence/blueprints/well_known.py`, behind revproxy's `/user`. */
const PATH = '/user/.well-known/openid-configuration';

const configurationSchema = z.object({ issuer: z.string() });

/** Judges the answer of fence's OpenID configuration, as if fence were well. */
export function judgeIssuer(
  answer: { status: number; body: string },
  hostname: string,
): Verdict & { issuer?: string } {
  if ([401, 403, 429].includes(answer.status)) {
    return unknown('blocked', `cannot be seen: the answer is ${answer.status}`);
  }
  if (answer.status >= 300 && answer.status < 400) {
    return unknown(
      'redirected',
      `cannot be seen: the answer is ${answer.status}`,
    );
  }
  if (answer.status !== 200) {
    const reason = `cannot be seen: the answer is ${answer.status}`;
    return { outcome: 'degraded', cause: 'http-status', reason };
  }
  const issuer = readIssuer(answer.body);
  if (issuer === undefined) {
    const reason = 'cannot be seen: the answer names none';
    return { outcome: 'degraded', cause: 'unexpected-body', reason };
  }
  const expected = `https://${hostname}/user`;
  return issuer === expected
    ? { outcome: 'up', cause: 'ok', reason: 'is as expected', issuer }
    : {
        outcome: 'degraded',
        cause: 'wrong-issuer',
        reason: `is ${excerptOf(issuer)} and must be ${expected}`,
        issuer,
      };
}

function unknown(cause: Verdict['cause'], reason: string): Verdict {
  return { outcome: 'unknown', cause, reason };
}

function readIssuer(body: string): string | undefined {
  try {
    return configurationSchema.parse(JSON.parse(body)).issuer;
  } catch {
    // Not JSON, or JSON without an issuer: both mean that there is none to judge.
    return undefined;
  }
}

async function isWell(
  round: Round,
  probe: Gen3Probe | undefined,
  signal: AbortSignal,
): Promise<boolean> {
  if (!probe) {
    return false;
  }
  try {
    return (await askProbe(round, probe, signal)).outcome === 'up';
  } catch (error) {
    if (error instanceof Gen3UpstreamError) {
      return false;
    }
    throw error;
  }
}

/**
 * fence issues tokens as `https://<hostname>/user`; other commons refuse those of another issuer, and can check none where
 * fence, though well, does not say what its issuer is. When fence itself does not answer as it should, what it does not say
 * is `unknown`: its own probe tells.
 */
export function createIssuerCheck(options: {
  round: Round;
  now: () => number;
  /** Status of fence. */
  fence: Gen3Probe | undefined;
}): Check {
  const { round, now, fence } = options;
  const { hostname } = round.target;
  return createCheck({
    id: 'issuer',
    now,
    async ask(signal) {
      const answer = await round.get({ path: PATH }, signal);
      const { issuer, ...verdict } = judgeIssuer(answer, hostname);
      const found = evidenceOf(answer);
      const details = issuer && { issuer: excerptOf(issuer) };
      const isFenceToBlame =
        verdict.outcome === 'degraded' &&
        issuer === undefined &&
        !(await isWell(round, fence, signal));
      return {
        ...verdict,
        ...(isFenceToBlame && { outcome: 'unknown' }),
        ...found,
        evidence: { ...found.evidence, ...(details && { details }) },
      };
    },
    judgeFailure: error => ({
      ...outcomeOfFailure(error),
      outcome: 'unknown',
    }),
  });
}
