import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { counted } from '../../lib/count';
import { Suggestions } from '../../lib/suggestion';
import { gen3TranslationRef } from '../../translation';
import { useLaunchOptions } from './useLaunchOptions';

/** Releases that the fleet runs or that config names, the newest first. */
export function useReleases(): Suggestions {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { data, isError } = useLaunchOptions();
  return {
    failed: isError,
    items: (data?.releases ?? []).map(({ release, commons }) => ({
      value: release,
      note: t('wizard.suggestion.runBy', counted(commons)),
    })),
  };
}
