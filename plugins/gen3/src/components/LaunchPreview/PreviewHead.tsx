import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePreview } from '../../hooks/usePreview';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { PreviewFacts } from './PreviewFacts';
import { PreviewRisks } from './PreviewRisks';
import { PreviewState } from './PreviewState';

/** The preview before anybody opens its parts: how much, how risky, and what it does not show. */
export function PreviewHead(props: {
  preview: ReturnType<typeof usePreview>;
  /** Names of the secrets that must be there first, where they are known. */
  secrets?: string[];
}) {
  const { preview, secrets } = props;
  const { answer } = preview;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <section aria-label={t('preview.label')}>
      <div role="status">
        <PreviewState preview={preview} />
      </div>
      {answer ? (
        <>
          <PreviewFacts preview={answer} secrets={secrets} />
          {answer.rendered ? <PreviewRisks risks={answer.risks} /> : null}
          {answer.notes.length > 0 ? (
            <details>
              <summary>
                {t('preview.notes', {
                  amount: formatNumber(answer.notes.length),
                })}
              </summary>
              <ul>
                {answer.notes.map(note => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </details>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
