import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { usePreview } from '../../hooks/usePreview';
import { asSentence, classifyFailure } from '../../lib/failure';
import { shorten } from '../../lib/shorten';
import { gen3TranslationRef } from '../../translation';
import { Notice } from '../Notice';

/** As much of what helm says as somebody reads at once. */
const SHOWN_LENGTH = 300;

/** Why there is no preview of these answers, or only of their files, that it is asked for, or that it is of earlier ones; nothing when there is a whole one. */
export function PreviewState(props: {
  preview: Omit<ReturnType<typeof usePreview>, 'refetch'> & {
    refetch: () => unknown;
  };
}) {
  const { answer, error, current, isAsked, isAsking, refetch } = props.preview;
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!isAsked) return null;
  const filesAlone = current && answer?.rendered === false ? answer : undefined;
  if (current && !filesAlone) return null;
  const message =
    filesAlone?.whyNotRendered ?? (error && classifyFailure(error).message);
  if (isAsking || message === null) {
    const isOfEarlier = answer !== undefined && !current;
    return <p>{t(isOfEarlier ? 'preview.old' : 'preview.asking')}</p>;
  }
  const shown = shorten(message, SHOWN_LENGTH);
  return (
    <Notice
      tone="degraded"
      action={
        <Button size="small" variant="outlined" onClick={() => refetch()}>
          {t('preview.retry')}
        </Button>
      }
    >
      <strong>
        {t(filesAlone ? 'preview.filesAlone' : 'preview.failure')}
      </strong>{' '}
      {asSentence(shown)}{' '}
      {t(filesAlone ? 'preview.filesStillWork' : 'preview.stillWorks')}
      {shown === message ? null : (
        <details>
          <summary>{t('preview.failureWhole')}</summary>
          <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {message}
          </pre>
        </details>
      )}
    </Notice>
  );
}
