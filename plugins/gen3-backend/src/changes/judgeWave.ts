import { CHANGE_ENDS } from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';

/** What the wave before says about a change that waits for it. */
export type WaveVerdict =
  | { kind: 'go' }
  | { kind: 'wait' }
  /** With the reason, a sentence. */
  | { kind: 'stop'; reason: string };

const ENDS: readonly string[] = CHANGE_ENDS;

/**
 * Whether a change that waits for others may go on: once all of them have succeeded, so that their commons are known to answer. One that has
 * not stops it, however the others are.
 *
 * @param others - the changes that it waits for; undefined for one that is not there
 */
export function judgeWave(
  others: readonly (ChangeRecord | undefined)[],
): WaveVerdict {
  if (others.some(other => other === undefined)) {
    return { kind: 'stop', reason: 'A change that it waits for is not there.' };
  }
  const failed = others.find(
    other => other && ENDS.includes(other.state) && other.state !== 'succeeded',
  );
  if (failed) {
    return {
      kind: 'stop',
      reason: `The wave before did not succeed: "${failed.title}" is ${failed.state}.`,
    };
  }
  return others.every(other => other?.state === 'succeeded')
    ? { kind: 'go' }
    : { kind: 'wait' };
}
