import { PreviewResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { isRefusal } from '../../lib/failure';
import { Gen3TranslationFunction } from '../../translation';
import { Accepted, unaccepted } from '../Gen3Review/accepted';
import { CheckedEdit } from './useEditPreflights';

/** One edit in a few words: what preflight found, how many files, and the worst risk where a preview is there. */
export function describeEdit(options: {
  edit: CheckedEdit;
  accept: Accepted[];
  preview: PreviewResponse | undefined;
  t: Gen3TranslationFunction;
}): string {
  const { edit, accept, preview, t } = options;
  const { data, error } = edit.preflight;
  if (edit.question.state === 'malformed') {
    return t('editFields.review.refused');
  }
  if (!data && error) {
    return isRefusal(error)
      ? t('editFields.review.refused')
      : t('editFields.review.notChecked');
  }
  if (!data) return t('wizard.asking');
  const amountOf = (wanted: string) =>
    data.findings.filter(({ severity }) => severity === wanted).length;
  const unanswered = unaccepted(data.findings, accept).length;
  const files = preview?.files.length ?? data.edit?.files.length ?? 0;
  return [
    t('editFields.review.errors', counted(amountOf('error'))),
    t('editFields.review.warnings', counted(amountOf('warning'))),
    unanswered > 0
      ? t('editFields.review.unanswered', counted(unanswered))
      : undefined,
    t('wizard.review.files', counted(files)),
    preview && describeRisk(preview, t),
  ]
    .filter(part => part !== undefined)
    .join(', ');
}

function describeRisk(preview: PreviewResponse, t: Gen3TranslationFunction) {
  if (!preview.rendered) return t('preview.fact.risksUnknown');
  const worst = preview.risks[0]?.severity;
  return t(worst ? `preview.risk.${worst}` : 'preview.fact.noRisks');
}
