import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { PreviewObject } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useMemo } from 'react';
import { compareFile } from '../../lib/compareFile';
import { gen3TranslationRef } from '../../translation';
import { DiffTable } from '../FileDiffs';

/** The YAML of an object, before and after where both are. */
export function ObjectDiff({ object }: { object: PreviewObject }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const { kind, name, before, after } = object;
  const path = `${kind} ${name}`;
  const { lines } = useMemo(
    () => compareFile({ path, before, after }),
    [path, before, after],
  );
  return lines.length > 0 ? (
    <DiffTable path={path} lines={lines} />
  ) : (
    <p>{t('preview.object.empty')}</p>
  );
}
