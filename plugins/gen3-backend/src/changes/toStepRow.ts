import type { ChangeStepRecord } from './ChangeRecord';

/** The row of a step as it is seen now; `since` stays while its state does. */
export function toStepRow(
  step: Omit<ChangeStepRecord, 'since'>,
  {
    change,
    before,
    now,
  }: { change: string; before: ChangeStepRecord | undefined; now: number },
) {
  return {
    change_id: change,
    step: step.id,
    state: step.state,
    since: before?.state === step.state ? before.since : now,
    evidence_json: JSON.stringify(step.evidence),
    advice_json: step.advice ? JSON.stringify(step.advice) : null,
  };
}
