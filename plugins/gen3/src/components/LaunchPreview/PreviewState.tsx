import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { usePreview } from '../../hooks/usePreview';
import { asSentence, classifyFailure } from '../../lib/failure';
import { shorten } from '../../lib/shorten';
import { gen3TranslationRef } from '../../translation';
import { Notice } from '../Notice';

/** As much of what helm says as somebody reads at once. */
const SHOWN_LENGTH = 300;

/** Why there is no preview of these answers, or that it is of earlier ones; nothing when there is one. */
export function PreviewState(props: {
  preview: ReturnType<typeof usePreview>;
}) {
  const { answer, error, current, isAsked, isAsking, refetch } = props.preview;
  const { t } = useTranslationRef(gen3TranslationRef);
  if (!isAsked || current) return null;
  if (isAsking || !error) {
    return <p>{t(answer ? 'preview.old' : 'preview.asking')}</p>;
  }
  const { message } = classifyFailure(error);
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
      <strong>{t('preview.failure')}</strong> {asSentence(shown)}{' '}
      {t('preview.stillWorks')}
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
