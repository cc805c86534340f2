import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  busy: {
    color: theme.palette.text.disabled,
    cursor: 'default',
    '&:hover': { background: 'none' },
  },
}));

/**
 * A button that does nothing while what it asked for is under way. It keeps the focus meanwhile: a disabled button loses it,
 * and with it a keyboard user their place on the page.
 */
export function BusyButton(
  props: PropsWithChildren<{
    /** It does nothing now, because it is at work or because it may not. */
    busy: boolean;
    onClick: () => void;
    /** What most people come for. @defaultValue false */
    primary?: boolean;
    /** Id of the text that says why it does nothing. */
    describedBy?: string;
  }>,
) {
  const { busy, onClick, primary = false, describedBy, children } = props;
  const classes = useStyles();
  const stands = primary && !busy;
  return (
    <Button
      size="small"
      variant={stands ? 'contained' : 'outlined'}
      color={stands ? 'primary' : 'default'}
      className={busy ? classes.busy : undefined}
      aria-describedby={describedBy}
      disableRipple={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </Button>
  );
}
