import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReactNode } from 'react';
import {
  PreviewFiles,
  PreviewHead,
  PreviewObjects,
} from '../../components/LaunchPreview';
import { useAnswerNames } from '../../hooks/useAnswerNames';
import { usePreflightOf } from '../../hooks/usePreflight';
import { usePreviewOf } from '../../hooks/usePreview';
import { PreflightQuestion } from '../../lib/askPreflight';
import { isRefusal } from '../../lib/failure';
import { sayAnswer } from '../../lib/sayAnswer';
import { gen3TranslationRef } from '../../translation';
import { PreflightState } from '../shared/PreflightState';
import { Accepted } from './accepted';
import { FindingsPart } from './FindingsPart';
import { Leftovers } from './Leftovers';
import { ReviewPart, ReviewTabs } from './ReviewTabs';
import { SummarySentence } from './SummarySentence';

/** What a colleague would want to know of one change: how much, how risky, what preflight found, and each file and object of it. */
export function ReviewOf(props: {
  id: string;
  question: PreflightQuestion;
  accept: Accepted[];
  onChange: (accept: Accepted[]) => void;
  /** What stands below the reason for a warning. */
  belowReason?: (warning: PreflightFinding) => ReactNode;
}) {
  const { id, question, accept, onChange, belowReason } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const nameOf = useAnswerNames();
  const preflight = usePreflightOf(question);
  const preview = usePreviewOf(question);
  const { answer, current, error } = preflight;
  // The preview is refused for the same reason, which need not be said twice.
  const isRefused = error !== null && isRefusal(error);
  return (
    <section aria-label={t('wizard.review.label')}>
      <div role="status">
        <PreflightState preflight={preflight} />
        {answer && !current ? <p>{t('wizard.review.old')}</p> : null}
        {answer?.edit ? <strong>{answer.edit.title}</strong> : null}
        {answer?.summary && !preview.answer ? (
          <SummarySentence summary={answer.summary} />
        ) : null}
      </div>
      {isRefused ? null : (
        <PreviewHead preview={preview} secrets={answer?.summary?.secrets} />
      )}
      {answer?.edit ? <Leftovers lines={answer.edit.leftovers} /> : null}
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
                  sayAnswer={name => sayAnswer(nameOf(name), t)}
                  belowReason={belowReason}
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
  preview: ReturnType<typeof usePreviewOf>['answer'],
): ReviewPart[] {
  if (!preview) return [];
  const { files } = preview;
  const ofFiles: ReviewPart = {
    name: 'files',
    count: files.length,
    content: () => <PreviewFiles files={files} />,
  };
  if (!preview.rendered) return [ofFiles];
  const { objects } = preview;
  return [
    ofFiles,
    {
      name: 'objects',
      count: objects.length,
      content: () => <PreviewObjects objects={objects} />,
    },
  ];
}
