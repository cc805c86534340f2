import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { isRoundDue } from '../../lib/isRoundDue';
import { Age } from '../Age';

/** How old the data is, whether it is being refreshed, when it will be, and whether the last round failed: each for itself. */
export function DataFacts(props: {
  answer: CommonsHealthResponse;
  busy: boolean;
}) {
  const { answer, busy } = props;
  const { health, lastError, nextCheckAt } = answer;
  const due = isRoundDue(answer);
  return (
    <>
      <span>
        Data: <Age at={health.checkedAt} as="ago" />
      </span>
      <span>
        {/* Read out when it changes: the time that is left changes every second and stays outside. */}
        <span role="status">{refreshingWords(busy, due)}</span>
        {!busy && !due && nextCheckAt ? (
          <>
            , next <Age at={nextCheckAt} as="ahead" />
          </>
        ) : null}
      </span>
      <span>
        {lastError ? (
          <>
            Last error: <Age at={lastError.at} as="ago" />
          </>
        ) : (
          'No error in the last round'
        )}
      </span>
    </>
  );
}

function refreshingWords(busy: boolean, due: boolean): string {
  if (busy) return 'Refreshing now';
  return due ? 'About to refresh' : 'Not refreshing';
}
