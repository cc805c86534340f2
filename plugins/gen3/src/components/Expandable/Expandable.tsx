import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { PropsWithChildren, useState } from 'react';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontSize: 13,
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  title: {
    textTransform: 'none',
    textAlign: 'left',
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  monospace: { fontFamily: 'monospace' },
}));

/** A title that opens to what belongs to it; that is made only then. */
export function Expandable(
  props: PropsWithChildren<{
    title: string;
    /** Said beside the title, open or not. */
    beside?: string;
    /** @defaultValue false */
    monospace?: boolean;
  }>,
) {
  const { title, beside, monospace = false, children } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={classes.head}>
        <Button
          size="small"
          className={`${classes.title} ${monospace ? classes.monospace : ''}`}
          aria-expanded={open}
          endIcon={open ? <ExpandLess /> : <ExpandMore />}
          onClick={() => setOpen(!open)}
        >
          {title}
        </Button>
        {beside}
      </div>
      {open ? children : null}
    </>
  );
}
