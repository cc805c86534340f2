import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3TranslationFunction } from '../../translation';

/** What git says of a commons now, as a sentence. */
export function sayNow(
  { release, maintenance }: Pick<EditOptions, 'release' | 'maintenance'>,
  t: Gen3TranslationFunction,
): string {
  return t('editFields.now.state', {
    release: sayRelease(release, t),
    mode: t(`editFields.maintenance.${maintenance}`).toLocaleLowerCase('en'),
  });
}

function sayRelease(
  release: string | undefined,
  t: Gen3TranslationFunction,
): string {
  if (release === undefined) return t('editFields.now.noRelease');
  return release === 'mixed'
    ? t('editFields.now.mixed')
    : t('editFields.now.release', { release });
}
