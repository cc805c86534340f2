import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Age } from '../Age';

/** How old the data is, whether it is being refreshed, when it will be, and whether the last round failed: each for itself. */
export function DataFacts(props: {
  answer: CommonsHealthResponse;
  busy: boolean;
}) {
  const { answer, busy } = props;
  const { health, lastError, nextCheckAt } = answer;
  return (
    <>
      <span>
        Data: <Age at={health.checkedAt} as="ago" />
      </span>
      <span role="status">
        {busy ? 'Refreshing now' : 'Not refreshing'}
        {!busy && nextCheckAt ? (
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
