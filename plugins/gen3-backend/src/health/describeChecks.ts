import {
  type CheckState,
  type CommonsHealthResponse,
  readCheck,
  type ReadingTime,
} from '@gen3-csoc/backstage-plugin-gen3-common';

type WholeCheck = CommonsHealthResponse['checks'][number];

/** The checks that are not about one service: what each settled on, as of now, beside its newest result. */
export function describeChecks(
  states: CheckState[],
  time: ReadingTime,
): WholeCheck[] {
  return states
    .filter(state => state.service === undefined)
    .map(state => {
      const { status, reason } = readCheck(state, time);
      return {
        ...state.last,
        status,
        statusReason: status === 'maintenance' ? reasonInWords(state) : reason,
      };
    });
}

/** A reading says of a service that it is in maintenance; these checks have better words for it. */
function reasonInWords({ last, reason }: CheckState): string {
  return last.cause === 'maintenance' ? last.reason : reason;
}
