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
    // A long one scrolls by itself, so that its neighbours stay near; the keyboard scrolls what it can focus.
    <div
      role="region"
      aria-label={path}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- else it cannot be scrolled without a mouse
      tabIndex={0}
      style={{ maxHeight: '70vh', overflow: 'auto' }}
    >
      <DiffTable path={path} lines={lines} />
    </div>
  ) : (
    <p>{t('preview.object.empty')}</p>
  );
}
