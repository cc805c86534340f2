import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { ActionDialog, ActionDialogProps } from './ActionDialog';

/** Says once more what follows from a merge before it is done. */
export function MergeDialog(
  props: ActionDialogProps & { change: ChangeDetails; onConfirm: () => void },
) {
  const { change, onConfirm, ...dialog } = props;
  const { title, kind, hostname, source, files, accepted } = change;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <ActionDialog
      {...dialog}
      title={t('changePage.merge.title', { title })}
      cancel={t('changePage.merge.cancel')}
      confirm={t('changePage.merge.confirm')}
      onConfirm={onConfirm}
    >
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        <li>
          {t('changePage.merge.files', { ...counted(files.length), source })}
        </li>
        <li>
          {t('changePage.merge.deploys', { hostname: <code>{hostname}</code> })}
          {/* Where a commons is launched, nothing runs yet. */}
          {kind === 'launch' ? null : ` ${t('changePage.merge.restarts')}`}
        </li>
        <li>{t('changePage.merge.follows')}</li>
        <li>{t('changePage.merge.unchecked')}</li>
        {accepted.length > 0 ? (
          <li>{t('changePage.merge.accepted', counted(accepted.length))}</li>
        ) : null}
      </ul>
    </ActionDialog>
  );
}
