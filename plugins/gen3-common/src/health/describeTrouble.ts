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
  [top, ...others]: [Problem, ...Problem[]],
  services: ServiceHealth[],
  options: { hostname: string; now: Date },
): Pick<CommonsHealth, 'headline' | 'cause' | 'advice'> & { isOfAll: boolean } {
  const whole = describeWhole(services, options);
  if (whole === undefined) {
    return {
      headline: top.headline,
      cause: top.cause,
      advice: adviseOnCommons(top, services, false),
      isOfAll: false,
    };
  }
  const why = explainWhole(services, [top, ...others]);
  return why
    ? {
        headline: `${whole}; ${why.headline}`,
        cause: why.cause,
        advice: adviseOn(why.cause, why.subject),
        isOfAll: true,
      }
    : {
        headline: whole,
        cause: top.cause,
        advice: adviseOnCommons(top, services, true),
        isOfAll: true,
      };
}
