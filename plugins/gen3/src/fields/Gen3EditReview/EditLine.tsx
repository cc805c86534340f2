import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreflightFinding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReactNode } from 'react';
import { Expandable } from '../../components/Expandable';
import { usePreviewOf } from '../../hooks/usePreview';
import { gen3TranslationRef } from '../../translation';
import { Accepted } from '../Gen3Review/accepted';
import { ReviewOf } from '../Gen3Review/ReviewOf';
import { describeEdit } from './describeEdit';
import { CheckedEdit } from './useEditPreflights';

/** One of several edits; its review, with the preview, is asked when somebody opens it. */
export function EditLine(props: {
  id: string;
  edit: CheckedEdit;
  accept: Accepted[];
  onChange: (accept: Accepted[]) => void;
  belowReason: (warning: PreflightFinding) => ReactNode;
}) {
  const { id, edit, accept, onChange, belowReason } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const { question, preflight, hostname } = edit;
  const preview = usePreviewOf(question, { isAsked: false }).answer;
  return (
    <Expandable
      title={preflight.data?.edit?.title ?? hostname}
      beside={describeEdit({ edit, accept, preview, t })}
    >
      <ReviewOf
        id={id}
        question={question}
        accept={accept}
        onChange={onChange}
        belowReason={belowReason}
      />
    </Expandable>
  );
}
