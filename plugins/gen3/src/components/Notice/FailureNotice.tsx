import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { asSentence, classifyFailure } from '../../lib/failure';
import { gen3TranslationRef } from '../../translation';
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

/** Says why there is no (new) data, how old the shown data is, and what still works. */
export function FailureNotice(props: FailureNoticeProps) {
  const { error, what, stillWorks, shownSince, onRetry } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { kind, message } = classifyFailure(error);
  const forbidden = kind === 'forbidden';
  return (
    <Notice
      tone={forbidden ? 'unknown' : 'degraded'}
      urgent={!shownSince}
      action={
        onRetry && !forbidden ? (
          <Button size="small" variant="outlined" onClick={onRetry}>
            {t('failureNotice.retry')}
          </Button>
        ) : undefined
      }
    >
      {/* Beside old data only this is read out: the age of the data changes and stays outside. */}
      <strong role={shownSince ? 'status' : undefined}>
        {t('failureNotice.title', { what })}
      </strong>{' '}
      {t(`failureNotice.${kind}`, { message: asSentence(message) })}{' '}
      {shownSince ? (
        <>
          {t('failureNotice.shownSince', {
            age: <Age at={shownSince} as="ago" />,
          })}{' '}
        </>
      ) : null}
      {stillWorks}
    </Notice>
  );
}
