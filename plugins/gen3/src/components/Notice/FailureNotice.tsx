import Button from '@material-ui/core/Button';
import { asSentence, classifyFailure, Failure } from '../../lib/failure';
import { Age } from '../Age';
import { Notice } from './Notice';

/** Props of {@link FailureNotice}. */
export interface FailureNoticeProps {
  error: Error;
  /** What could not be read, e.g. `The fleet`. */
  what: string;
  /** What a person can rely on meanwhile. */
  stillWorks: string;
  /** When the data that is still shown was made; absent when there is none. */
  shownSince?: string;
  onRetry?: () => void;
}

const SENTENCES: Record<Failure['kind'], string> = {
  forbidden:
    'You are not allowed to see this. Ask the owners of this portal for the permission',
  'not-found': 'The portal does not know it',
  unreachable: 'The portal did not answer',
  failed: 'The portal answered with an error',
};

/** Says why there is no (new) data, how old the shown data is, and what still works. */
export function FailureNotice(props: FailureNoticeProps) {
  const { error, what, stillWorks, shownSince, onRetry } = props;
  const failure = classifyFailure(error);
  const forbidden = failure.kind === 'forbidden';
  return (
    <Notice
      tone={forbidden ? 'unknown' : 'degraded'}
      urgent={!shownSince}
      action={
        onRetry && !forbidden ? (
          <Button size="small" variant="outlined" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {/* Beside old data only this is read out: the age of the data changes and stays outside. */}
      <strong role={shownSince ? 'status' : undefined}>
        {what} could not be read.
      </strong>{' '}
      {SENTENCES[failure.kind]}: {asSentence(failure.message)}{' '}
      {shownSince ? (
        <>
          What you see is from <Age at={shownSince} as="ago" />.{' '}
        </>
      ) : null}
      {stillWorks}
    </Notice>
  );
}
