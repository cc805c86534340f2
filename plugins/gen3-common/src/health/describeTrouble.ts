import { adviseOn } from './adviseOn';
import { adviseOnCommons } from './adviseOnCommons';
import { describeWhole } from './describeWhole';
import { explainWhole } from './explainWhole';
import { Problem } from './listProblems';
import { CommonsHealth, ServiceHealth } from './types';

/**
 * What is wrong with a commons, in one sentence, with its cause and what to do next: its worst problem, or, when all services are in the
 * same trouble, that, and why where the inside knows.
 *
 * @param problems - worst first.
 */
export function describeTrouble(
  problems: [Problem, ...Problem[]],
  services: ServiceHealth[],
  options: { hostname: string; now: Date },
): Pick<CommonsHealth, 'headline' | 'cause' | 'advice'> & { isOfAll: boolean } {
  const [top] = problems;
  const whole = describeWhole(services, options);
  if (whole === undefined) {
    return {
      headline: top.headline,
      cause: top.cause,
      advice: adviseOnCommons(top, services, false),
      isOfAll: false,
    };
  }
  const { headline } = whole;
  const why = explainWhole(whole, services, problems);
  if (why) {
    return {
      headline: `${headline}; ${why.headline}`,
      cause: why.cause,
      advice: adviseOn(why.cause, why.subject),
      isOfAll: true,
    };
  }
  // What pods of the service that comes first have is not why the others fail.
  const seen = whole.status === 'down' ? { ...top, cause: whole.cause } : top;
  return {
    headline,
    cause: seen.cause,
    advice: adviseOnCommons(seen, services, true),
    isOfAll: true,
  };
}
