import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { countCommons } from '../../lib/count';
import { classifyFailure } from '../../lib/failure';
import { useConfirmDrop } from '../../hooks/useSources';
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
  const confirm = useConfirmDrop(sourceId, wouldDrop);
  const mayManage = useMayManageSources();
  const titleId = `gen3-confirm-drop-${sourceId}`;
  const amount = countCommons(wouldDrop.length);
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        Drop {amount} of {sourceId}?
      </DialogTitle>
      <DialogContent>
        <p style={{ marginTop: 0 }}>
          The source no longer declares these commons. They leave the catalog
          and the fleet with their services:
        </p>
        <ul style={{ overflowWrap: 'anywhere' }}>
          {wouldDrop.map(name => (
            <li key={name}>
              <code>{name}</code> <CopyText text={name} />
            </li>
          ))}
        </ul>
        {mayManage === 'no' ? <NeedsPermission to="drop them" /> : null}
        {confirm.error ? (
          <Notice tone="degraded" urgent>
            Nothing was dropped: {classifyFailure(confirm.error).message}
          </Notice>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>
          {mayManage === 'yes' ? 'Keep them' : 'Close'}
        </Button>
        {mayManage === 'yes' ? (
          <BusyButton
            busy={confirm.isPending}
            onClick={() => confirm.mutate(undefined, { onSuccess: onClose })}
          >
            Drop {amount}
          </BusyButton>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
