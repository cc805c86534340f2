import type { ChangeRecord, ChangeStepRecord } from './ChangeRecord';
import type { ChangeStore } from './ChangeStore';
import { judgeWave, type WaveVerdict } from './judgeWave';
import { waitsFor } from './waitsFor';

/** What the changes that a change waits for say about it as they are now; one that waits for none may go. */
export async function readWave(
  record: Pick<ChangeRecord, 'request'>,
  { store }: { store: Pick<ChangeStore, 'get' | 'stepsOfEach'> },
): Promise<WaveVerdict> {
  const ids = waitsFor(record);
  const others = await Promise.all(ids.map(id => store.get(id, undefined)));
  // After the rows: whoever ends a change writes its steps first.
  const steps = await store.stepsOfEach(ids);
  return judgeWave(
    others.map(
      other => other && { ...other, answers: hasAnswered(steps.get(other.id)) },
    ),
  );
}

function hasAnswered(steps: readonly ChangeStepRecord[] = []): boolean {
  return steps.some(({ id, state }) => id === 'probes' && state === 'done');
}
