import Checkbox from '@material-ui/core/Checkbox';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'flex-start', gap: theme.spacing(0.5) },
  text: { minWidth: 0, padding: theme.spacing(0.75, 0), fontSize: 14 },
  line: { fontSize: 13, overflowWrap: 'anywhere' },
  beside: { color: theme.palette.text.secondary },
}));

/** One choice with a line about it, which is read out with it. */
export function CheckLine(props: {
  id: string;
  label: string;
  line: string;
  /** More about it, after the line. */
  beside?: ReactNode;
  checked: boolean;
  /** It stays as it is, and the line says why. @defaultValue false */
  fixed?: boolean;
  onToggle: () => void;
  /** A link, which is no part of its name. */
  link?: ReactNode;
}) {
  const { id, label, line, beside, checked, fixed, onToggle, link } = props;
  const classes = useStyles();
  return (
    <li className={classes.root}>
      <Checkbox
        id={id}
        size="small"
        color="primary"
        checked={checked}
        disabled={fixed}
        onChange={onToggle}
        inputProps={{ 'aria-describedby': `${id}-line` }}
      />
      <div className={classes.text}>
        <label htmlFor={id}>{label}</label>
        <div className={classes.line}>
          <span id={`${id}-line`}>
            {line}{' '}
            {beside ? <span className={classes.beside}>{beside}</span> : null}
          </span>{' '}
          {link}
        </div>
      </div>
    </li>
  );
}
