import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1) },
  line: {
    height: 24,
    borderRadius: 3,
    background: theme.palette.action.hover,
  },
}));

/** Grey lines where data will be. */
export function Skeleton(props: { lines: number; label: string }) {
  const classes = useStyles();
  return (
    <div className={classes.root} role="status" aria-label={props.label}>
      {Array.from({ length: props.lines }, (_, index) => (
        <div
          key={index}
          className={classes.line}
          style={{ width: `${100 - ((index * 7) % 30)}%` }}
        />
      ))}
    </div>
  );
}
