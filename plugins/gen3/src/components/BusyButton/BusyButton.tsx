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
  props: PropsWithChildren<{ busy: boolean; onClick: () => void }>,
) {
  const { busy, onClick, children } = props;
  const classes = useStyles();
  return (
    <Button
      size="small"
      variant="outlined"
      className={busy ? classes.busy : undefined}
      disableRipple={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onClick}
    >
      {children}
    </Button>
  );
}
