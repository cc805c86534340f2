import { CommonsFacts } from '../commons/CommonsFacts';
import { DAY_MS, later, SECOND_MS } from './timestamps';

/** When a commons that was there as the simulator started had come into its namespace. */
export function usuallyInstalledAt(facts: CommonsFacts, startedAt: Date): Date {
  return later(
    startedAt,
    -facts.number('installed', 90, 199) * DAY_MS - timeOfDay(facts),
  );
}

/** When what ran as the simulator started had been rolled out. */
export function usuallyDeployedAt(facts: CommonsFacts, startedAt: Date): Date {
  return later(
    startedAt,
    -facts.number('deployed', 2, 60) * DAY_MS - timeOfDay(facts),
  );
}

function timeOfDay(facts: CommonsFacts): number {
  return facts.number('time of day', 0, 12 * 60 * 60) * SECOND_MS;
}
