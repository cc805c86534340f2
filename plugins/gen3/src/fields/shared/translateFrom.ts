import { TranslationApi } from '@backstage/core-plugin-api/alpha';
import { Gen3TranslationFunction, gen3TranslationRef } from '../../translation';

/** The words for a validation, which is no component. Throws before a language has loaded: the form then refuses, too. */
export function translateFrom(
  api: TranslationApi | undefined,
): Gen3TranslationFunction {
  const snapshot = api?.getTranslation(gen3TranslationRef);
  if (!snapshot?.ready) {
    throw new Error('The words of this form are still loading: try again.');
  }
  return snapshot.t;
}
