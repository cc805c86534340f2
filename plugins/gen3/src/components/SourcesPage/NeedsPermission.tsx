import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { gen3SourceManagePermission } from '@gen3-csoc/backstage-plugin-gen3-common';
import { gen3TranslationRef } from '../../translation';

/** Stands where a button would be that the person may not use. */
export function NeedsPermission(props: { to: 'read' | 'drop' }) {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <span style={{ fontSize: 13 }}>
      {t(`sourcesPage.needsPermission.${props.to}`, {
        permission: <code>{gen3SourceManagePermission.name}</code>,
      })}
    </span>
  );
}
