import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { formatNumber } from '../../lib/count';
import { translateFrom } from '../shared/translateFrom';

/** Refuses no commons at all, a wave without one, one that is chosen twice, and what is no hostname. */
export const validateWaves: CustomFieldValidator<string[][]> = (
  waves,
  field,
  { apiHolder },
) => {
  const t = translateFrom(apiHolder.get(translationApiRef));
  const hostnames = waves.flat();
  if (hostnames.length === 0) {
    field.addError(t('editFields.waves.none'));
    return;
  }
  waves.forEach((wave, index) => {
    if (wave.length > 0) return;
    field.addError(
      t('editFields.waves.empty', { wave: formatNumber(index + 1) }),
    );
  });
  const once = new Set(hostnames);
  once.forEach(hostname => {
    const parsed = parseHostname(hostname);
    if (!parsed.ok) field.addError(parsed.message);
    if (hostnames.indexOf(hostname) !== hostnames.lastIndexOf(hostname)) {
      field.addError(t('editFields.waves.twice', { hostname }));
    }
  });
};
