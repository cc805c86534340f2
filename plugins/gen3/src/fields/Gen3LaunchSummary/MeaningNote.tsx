import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useAnswerNames } from '../../hooks/useAnswerNames';
import { asSentence, classifyFailure } from '../../lib/failure';
import { sayAnswer } from '../../lib/sayAnswer';
import { shorten } from '../../lib/shorten';
import { gen3TranslationRef } from '../../translation';
import { FieldsHere } from './fieldsHere';
import { Meaning } from './useMeaning';

/** As much of what the portal says as has room beside a form; the review has the whole. */
const SHOWN_LENGTH = 120;

/** Why the facts are not whole or not about the newest answers; empty when they are, with the same room. */
export function MeaningNote(props: {
  meaning: Meaning;
  here: FieldsHere;
  className: string;
}) {
  const { meaning, here, className } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const nameOf = useAnswerNames();
  const say = (answers: readonly string[]) =>
    answers
      .map(answer => here.get(answer)?.title ?? sayAnswer(nameOf(answer), t))
      .join(', ');
  const { missing, preflight, preview, whyNotRendered, isUpdating } = meaning;
  const failed = preflight.error ?? (preview.isAsked ? preview.error : null);
  const why = failed ? classifyFailure(failed).message : whyNotRendered;
  if (preflight.question.state === 'malformed') {
    const what = say(preflight.question.answers);
    return <div className={className}>{t('wizard.malformed', { what })}</div>;
  }
  if (missing.includes('hostname')) {
    return <div className={className}>{t('launchSummary.noHostname')}</div>;
  }
  if (why !== undefined && !isUpdating) {
    const message = asSentence(shorten(why, SHOWN_LENGTH));
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
            what: say(missing),
          })
        : null}
    </div>
  );
}
