import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { Notice } from '../../components/Notice';
import { useAnswerNames } from '../../hooks/useAnswerNames';
import { usePreflight } from '../../hooks/usePreflight';
import { asSentence, classifyFailure, isRefusal } from '../../lib/failure';
import { sayAnswer } from '../../lib/sayAnswer';
import { gen3TranslationRef } from '../../translation';

/** Why there is no answer of preflight about the form's data; nothing when there is one. */
export function PreflightState(props: {
  preflight: ReturnType<typeof usePreflight>;
}) {
  const { question, error, current, refetch } = props.preflight;
  const { t } = useTranslationRef(gen3TranslationRef);
  const nameOf = useAnswerNames();
  const say = (answers: string[]) =>
    answers.map(answer => sayAnswer(nameOf(answer), t)).join(', ');
  if (question.state === 'missing') {
    return <>{t('wizard.missing', { what: say(question.missing) })}</>;
  }
  if (question.state === 'malformed') {
    return <>{t('wizard.malformed', { what: say(question.answers) })}</>;
  }
  if (error) {
    const message = asSentence(classifyFailure(error).message);
    const isRefused = isRefusal(error);
    return (
      <Notice
        tone={isRefused ? 'down' : 'unknown'}
        action={
          <Button size="small" variant="outlined" onClick={() => refetch()}>
            {t('wizard.retry')}
          </Button>
        }
      >
        {isRefused ? (
          <>
            <strong>{t('severity.error')}</strong> {message}
          </>
        ) : (
          t('wizard.noAnswer', { message })
        )}
      </Notice>
    );
  }
  return current ? null : <>{t('wizard.asking')}</>;
}
