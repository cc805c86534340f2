import { describeError } from '../describeError';
import { StepResult } from './conclude';
import { tallyOf } from './tally';

/** A part of `make test`. */
export interface Step {
  title: string;
  /** Runs it and counts; rejects when it could not be run at all. */
  run(signal: AbortSignal): Promise<StepResult>;
}

/**
 * Runs steps, one after the other. One that throws counts as one failure, and the others still run and count; so does each that
 * `signal` leaves no time for.
 */
export async function runSteps(
  steps: Step[],
  options: { signal: AbortSignal; say: (message: string) => void },
): Promise<StepResult[]> {
  const { signal, say } = options;
  const results: StepResult[] = [];
  for (const { title, run } of steps) {
    say(`\n== ${title}`);
    try {
      signal.throwIfAborted();
      // One after the other, because together they would take each other's memory and time.
      const result = await run(signal);
      const { failures = [] } = result;
      if (result.failed > 0) {
        say(`FAILED: ${title}`);
      }
      results.push(
        result.failed > 0 && failures.length === 0
          ? { ...result, failures: [title] }
          : result,
      );
    } catch (error) {
      const reason = signal.aborted ? 'stopped' : describeError(error);
      say(`FAILED: ${title}: ${reason}`);
      results.push({ ...tallyOf(false), failures: [`${title}: ${reason}`] });
    }
  }
  return results;
}
