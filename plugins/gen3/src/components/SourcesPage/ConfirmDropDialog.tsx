import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { counted } from '../../lib/count';
import { classifyFailure } from '../../lib/failure';
import { useConfirmDrop } from '../../hooks/useSources';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { CopyText } from '../CopyText';
import { Notice } from '../Notice';
import { NeedsPermission } from './NeedsPermission';
import { useMayManageSources } from './useMayManageSources';

/** Lists by name what would leave the catalog before anybody agrees to it. Everybody may look, not everybody may agree. */
export function ConfirmDropDialog(props: {
  sourceId: string;
  wouldDrop: string[];
  open: boolean;
  onClose: () => void;
}) {
  const { sourceId, wouldDrop, open, onClose } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const confirm = useConfirmDrop(sourceId, wouldDrop);
  const mayManage = useMayManageSources();
  const titleId = `gen3-confirm-drop-${sourceId}`;
  const commons = t('count.commons', counted(wouldDrop.length));
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        {t('sourcesPage.drop.title', { commons, source: sourceId })}
      </DialogTitle>
      <DialogContent>
        <p style={{ marginTop: 0 }}>{t('sourcesPage.drop.explanation')}</p>
        <ul style={{ overflowWrap: 'anywhere' }}>
          {wouldDrop.map(name => (
            <li key={name}>
              <code>{name}</code> <CopyText text={name} />
            </li>
          ))}
        </ul>
        {mayManage === 'no' ? <NeedsPermission to="drop" /> : null}
        {confirm.error ? (
          <Notice tone="degraded" urgent>
            {t('sourcesPage.drop.refused', {
              message: classifyFailure(confirm.error).message,
            })}
          </Notice>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {t(
            mayManage === 'yes'
              ? 'sourcesPage.drop.keep'
              : 'sourcesPage.drop.close',
          )}
        </Button>
        {mayManage === 'yes' ? (
          <BusyButton
            busy={confirm.isPending}
            onClick={() => confirm.mutate(undefined, { onSuccess: onClose })}
          >
            {t('sourcesPage.drop.confirm', { commons })}
          </BusyButton>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
