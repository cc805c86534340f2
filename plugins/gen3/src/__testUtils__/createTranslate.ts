import { mockApis } from '@backstage/frontend-test-utils';
import { Gen3TranslationFunction, gen3TranslationRef } from '../translation';

/**
 * The translation function of a portal that replaces no words, for tests of pure functions.
 *
 * @example
 * expect(formatAgo(undefined, now, createTranslate())).toBe('never');
 */
export function createTranslate(): Gen3TranslationFunction {
  const snapshot = mockApis.translation().getTranslation(gen3TranslationRef);
  if (!snapshot.ready) throw new Error('Default messages need no loading');
  return snapshot.t;
}
