import type { Verdict } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { createCheck, evidenceOf } from './createCheck';
import { excerptOf } from './excerptOf';
import { outcomeOfFailure } from './outcomeOfFailure';
import type { Round } from './Round';
import type { Check } from './types';

/** Source: `fence:fence/blueprints/well_known.py`, behind revproxy's `/user`. */
const PATH = '/user/.well-known/openid-configuration';

const configurationSchema = z.object({ issuer: z.string() });

/** Judges the answer of fence's OpenID configuration. */
export function judgeIssuer(
  answer: { status: number; body: string },
  hostname: string,
): Verdict & { issuer?: string } {
  if ([401, 403, 429].includes(answer.status)) {
    return unknown('blocked', `cannot be seen: the answer is ${answer.status}`);
  }
  if (answer.status !== 200) {
    return unknown(
      'http-status',
      `cannot be seen: the answer is ${answer.status}`,
    );
  }
  const issuer = readIssuer(answer.body);
  if (issuer === undefined) {
    return unknown('unexpected-body', 'cannot be seen: the answer names none');
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

/**
 * fence issues tokens as `https://<hostname>/user`; other commons refuse those of another issuer. When fence does not
 * answer, this is `unknown`: its own probe tells.
 */
export function createIssuerCheck(options: {
  round: Round;
  now: () => number;
}): Check {
  const { round, now } = options;
  const { hostname } = round.target;
  return createCheck({
    id: 'issuer',
    now,
    async ask(signal) {
      const answer = await round.get({ path: PATH }, signal);
      const { issuer, ...verdict } = judgeIssuer(answer, hostname);
      const found = evidenceOf(answer);
      const details = issuer && { issuer: excerptOf(issuer) };
      return {
        ...verdict,
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
