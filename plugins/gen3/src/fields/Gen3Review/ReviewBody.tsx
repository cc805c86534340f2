import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  PreviewFiles,
  PreviewHead,
  PreviewObjects,
} from '../../components/LaunchPreview';
import { usePreflight } from '../../hooks/usePreflight';
import { usePreview } from '../../hooks/usePreview';
import { gen3TranslationRef } from '../../translation';
import { PreflightState } from '../shared/PreflightState';
import { Accepted } from './accepted';
import { FindingsPart } from './FindingsPart';
import { ReviewPart, ReviewTabs } from './ReviewTabs';
import { SummarySentence } from './SummarySentence';

/** What a colleague would want to know of the change: how much, how risky, what preflight found, and each file and object of it. */
export function ReviewBody(props: {
  id: string;
  answers: unknown;
  accept: Accepted[];
  onChange: (accept: Accepted[]) => void;
}) {
  const { id, answers, accept, onChange } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const preflight = usePreflight(answers);
  const preview = usePreview(answers);
  const { answer, current } = preflight;
  return (
    <section aria-label={t('wizard.review.label')}>
      <div role="status">
        <PreflightState preflight={preflight} />
        {answer && !current ? <p>{t('wizard.review.old')}</p> : null}
        {answer?.summary && !preview.answer ? (
          <SummarySentence summary={answer.summary} />
        ) : null}
      </div>
      <PreviewHead preview={preview} secrets={answer?.summary?.secrets} />
      {answer ? (
        <ReviewTabs
          id={id}
          parts={[
            {
              name: 'findings',
              count: answer.findings.length,
              content: () => (
                <FindingsPart
                  id={id}
                  answer={answer}
                  current={current}
                  accept={accept}
                  onChange={onChange}
                />
              ),
            },
            ...partsOf(preview.answer),
          ]}
        />
      ) : null}
    </section>
  );
}

function partsOf(
  preview: ReturnType<typeof usePreview>['answer'],
): ReviewPart[] {
  if (!preview) return [];
  const { files, objects } = preview;
  return [
    {
      name: 'files',
      count: files.length,
      content: () => <PreviewFiles files={files} />,
    },
    {
      name: 'objects',
      count: objects.length,
      content: () => <PreviewObjects objects={objects} />,
    },
  ];
}
