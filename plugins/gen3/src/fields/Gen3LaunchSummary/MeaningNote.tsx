import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { asSentence, classifyFailure } from '../../lib/failure';
import { shorten } from '../../lib/shorten';
import { gen3TranslationRef } from '../../translation';
import { Meaning } from './useMeaning';

/** As much of what the portal says as has room beside a form; the review has the whole. */
const SHOWN_LENGTH = 120;

/** Why the facts are not whole or not about the newest answers; empty when they are, with the same room. */
export function MeaningNote(props: { meaning: Meaning; className: string }) {
  const { meaning, className } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { missing, preflight, preview, isUpdating } = meaning;
  const failed = preflight.error ?? (preview.isAsked ? preview.error : null);
  if (preflight.question.state === 'malformed') {
    const what = preflight.question.answers.join(', ');
    return <div className={className}>{t('wizard.malformed', { what })}</div>;
  }
  if (missing.includes('hostname')) {
    return <div className={className}>{t('launchSummary.noHostname')}</div>;
  }
  if (failed && !isUpdating) {
    const message = asSentence(
      shorten(classifyFailure(failed).message, SHOWN_LENGTH),
    );
    const refetch = preflight.error ? preflight.refetch : preview.refetch;
    return (
      <div className={className}>
        {preflight.error
          ? t('launchSummary.failed', { message })
          : t('launchSummary.notRendered', { message })}{' '}
        <Button size="small" variant="outlined" onClick={() => refetch()}>
          {t('launchSummary.retry')}
        </Button>
      </div>
    );
  }
  return (
    <div className={className}>
      {isUpdating ? t('launchSummary.updating') : null}{' '}
      {missing.length > 0
        ? t('launchSummary.stillNeeded', {
            what: missing.map(name => t(`wizard.answer.${name}`)).join(', '),
          })
        : null}
    </div>
  );
}
