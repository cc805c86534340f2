import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { classifyFailure } from '../../lib/failure';
import { useConfirmDrop } from '../../hooks/useSources';
import { Notice } from '../Notice';

/** Lists by name what would leave the catalog before anybody agrees to it. */
export function ConfirmDropDialog(props: {
  sourceId: string;
  wouldDrop: string[];
  open: boolean;
  onClose: () => void;
}) {
  const { sourceId, wouldDrop, open, onClose } = props;
  const confirm = useConfirmDrop(sourceId, wouldDrop);
  const titleId = `gen3-confirm-drop-${sourceId}`;
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>
        Drop {wouldDrop.length} commons of {sourceId}?
      </DialogTitle>
      <DialogContent>
        <p style={{ marginTop: 0 }}>
          The source no longer declares these commons. They leave the catalog
          and the fleet with their services:
        </p>
        <ul>
          {wouldDrop.map(name => (
            <li key={name}>
              <code>{name}</code>
            </li>
          ))}
        </ul>
        {confirm.error ? (
          <Notice tone="degraded" urgent>
            Nothing was dropped: {classifyFailure(confirm.error).message}
          </Notice>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Keep them</Button>
        <Button
          variant="outlined"
          disabled={confirm.isPending}
          onClick={() => confirm.mutate(undefined, { onSuccess: onClose })}
        >
          Drop {wouldDrop.length} commons
        </Button>
      </DialogActions>
    </Dialog>
  );
}
