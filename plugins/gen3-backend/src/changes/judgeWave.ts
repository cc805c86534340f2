import { CHANGE_ENDS } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';

/** What the wave before says about a change that waits for it. */
export type WaveVerdict =
  | { kind: 'go' }
  /** With the reason, a sentence. */
  | { kind: 'wait' | 'stop'; reason: string };

const ENDS: readonly string[] = CHANGE_ENDS;

/** A change that others wait for. */
export interface Awaited extends Pick<ChangeRecord, 'title' | 'state'> {
  /** Somebody has seen its commons answer since. */
  answers: boolean;
}

/**
 * Whether a change that waits for others may go on: once all of them have succeeded, and their commons were seen to answer. One that has
 * not succeeded, or has without anybody having seen an answer, stops it, however the others are.
 *
 * @param others - the changes that it waits for; undefined for one that is not there
 */
export function judgeWave(
  others: readonly (Awaited | undefined)[],
): WaveVerdict {
  const known = others.filter(other => other !== undefined);
  if (known.length < others.length) {
    return { kind: 'stop', reason: 'A change that it waits for is not there.' };
  }
  const failed = known.find(
    ({ state }) => ENDS.includes(state) && state !== 'succeeded',
  );
  if (failed) {
    return {
      kind: 'stop',
      reason: `The wave before did not succeed: "${failed.title}" is ${failed.state}.`,
    };
  }
  const unseen = known.find(
    ({ state, answers }) => state === 'succeeded' && !answers,
  );
  if (unseen) {
    return {
      kind: 'stop',
      reason: `Nobody has seen the commons of the wave before answer: "${unseen.title}" is done as far as can be seen. Look at it, and propose this change anew when it does.`,
    };
  }
  const ongoing = known.filter(({ state }) => state !== 'succeeded');
  if (ongoing.length === 0) return { kind: 'go' };
  const names = ongoing.map(({ title, state }) => `"${title}" (${state})`);
  return { kind: 'wait', reason: `It waits for ${names.join(', ')}.` };
}
