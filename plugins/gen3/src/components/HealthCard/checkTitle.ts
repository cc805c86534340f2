import { Gen3TranslationFunction } from '../../translation';

const TITLED = ['tls', 'issuer', 'maintenance'] as const;

/** What people call a check of the whole commons; one that this version does not know keeps its id. */
export function checkTitle(
  checkId: string,
  t: Gen3TranslationFunction,
): string {
  const titled = TITLED.find(id => id === checkId);
  return titled ? t(`healthCard.checks.check.${titled}`) : checkId;
}
