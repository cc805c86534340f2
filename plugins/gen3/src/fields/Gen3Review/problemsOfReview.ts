import { PreflightResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { PreflightQuestion, ReadyQuestion } from '../../lib/askPreflight';
import { asSentence, classifyFailure, isRefusal } from '../../lib/failure';
import { Gen3TranslationFunction } from '../../translation';
import { Accepted, unaccepted } from './accepted';

/** What keeps a change from being proposed: what is missing, a refusal, errors, and warnings without a reason. A request that fails is thrown. */
export async function problemsOfReview(options: {
  question: PreflightQuestion;
  accept: Accepted[];
  ask: (question: ReadyQuestion) => Promise<PreflightResponse>;
  t: Gen3TranslationFunction;
}): Promise<string[]> {
  const { question, accept, ask, t } = options;
  if (question.state === 'missing') {
    const names = question.missing.map(name => t(`wizard.answer.${name}`));
    return [t('wizard.missing', { what: names.join(', ') })];
  }
  if (question.state === 'malformed') {
    return [t('wizard.malformed', { what: question.answers.join(', ') })];
  }
  const answer = await ask(question).catch((error: Error) => {
    if (isRefusal(error)) return asSentence(classifyFailure(error).message);
    throw error;
  });
  if (typeof answer === 'string') return [answer];
  const { findings } = answer;
  return [
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map(({ what, fix }) => t('wizard.review.hasError', { what, fix })),
    ...unaccepted(findings, accept).map(({ what }) =>
      t('wizard.review.notAccepted', { what }),
    ),
  ];
}
