import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { PropsWithChildren } from 'react';
import { BusyButton } from '../BusyButton';
import { Notice } from '../Notice';

/** What both dialogs of a change are given. */
export interface ActionDialogProps {
  open: boolean;
  busy: boolean;
  /** Why the backend did not do it. */
  refused: string | undefined;
  onCancel: () => void;
}

const TITLE_ID = 'gen3-change-dialog';

/** Asks before something is done that cannot be undone. A refusal is shown in it, and it stays open. */
export function ActionDialog(
  props: PropsWithChildren<
    ActionDialogProps & {
      title: string;
      cancel: string;
      confirm: string;
      onConfirm: () => void;
    }
  >,
) {
  const { open, busy, refused, onCancel, children } = props;
  return (
    <Dialog open={open} onClose={onCancel} aria-labelledby={TITLE_ID}>
      <DialogTitle id={TITLE_ID}>{props.title}</DialogTitle>
      <DialogContent style={{ overflowWrap: 'anywhere' }}>
        {children}
        {refused ? (
          <Notice tone="degraded" urgent>
            {refused}
          </Notice>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{props.cancel}</Button>
        <BusyButton primary busy={busy} onClick={props.onConfirm}>
          {props.confirm}
        </BusyButton>
      </DialogActions>
    </Dialog>
  );
}
