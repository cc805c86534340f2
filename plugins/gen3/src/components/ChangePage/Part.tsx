import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1.5, 2), minWidth: 0 },
  title: { margin: theme.spacing(0, 0, 1), fontSize: 16 },
}));

/** A part of the page with its title. */
export function Part(props: PropsWithChildren<{ title: string }>) {
  const { title, children } = props;
  const classes = useStyles();
  return (
    <Paper component="section" className={classes.root} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </Paper>
  );
}
