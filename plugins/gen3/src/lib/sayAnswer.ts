import { Gen3TranslationFunction } from '../translation';
import { AnswerName } from './fieldsOfTemplate';

/** An answer as people find it: the title of its field and, where that is known, its page. */
export function sayAnswer(
  { title, page }: AnswerName,
  t: Gen3TranslationFunction,
): string {
  return page ? t('wizard.answerOnPage', { title, page }) : title;
}
