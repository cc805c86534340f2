import { PreflightResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { PreflightQuestion, ReadyQuestion } from '../../lib/askPreflight';
import { counted } from '../../lib/count';
import { asSentence, classifyFailure, isRefusal } from '../../lib/failure';
import { Gen3TranslationFunction } from '../../translation';
import { Accepted, unaccepted } from './accepted';

/**
 * What keeps a change from being proposed: what is missing, a refusal, errors, and warnings without a reason. The review shows each of them, by the
 * names that the form has for answers; here they are counted. A request that fails is thrown.
 */
export async function problemsOfReview(options: {
  question: PreflightQuestion;
  accept: Accepted[];
  ask: (question: ReadyQuestion) => Promise<PreflightResponse>;
  t: Gen3TranslationFunction;
  /** The review that says why is open. @defaultValue true */
  isShown?: boolean;
}): Promise<string[]> {
  const { question, accept, ask, t, isShown = true } = options;
  if (question.state !== 'ready') {
    return [t(`wizard.review.${isShown ? 'unchecked' : 'uncheckedInLine'}`)];
  }
  const answer = await ask(question).catch((error: Error) => {
    if (!isRefusal(error)) throw error;
    return isShown
      ? t('wizard.review.refused')
      : asSentence(classifyFailure(error).message);
  });
  if (typeof answer === 'string') return [answer];
  const { findings } = answer;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = unaccepted(findings, accept).length;
  const what = [
    errors > 0 ? t('wizard.review.toMend', counted(errors)) : '',
    warnings > 0 ? t('wizard.review.toAccept', counted(warnings)) : '',
  ].filter(Boolean);
  return what.length > 0
    ? [t('wizard.review.held', { what: what.join(', ') })]
    : [];
}
