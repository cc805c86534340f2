import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(0, 0, 0.5),
    fontSize: 12,
    fontWeight: 600,
    letterSpacing: '0.04em',
    textTransform: 'uppercase',
    color: theme.palette.text.secondary,
  },
}));

/** A titled part of a card. */
export function Section(props: PropsWithChildren<{ title: string }>) {
  const classes = useStyles();
  return (
    <section>
      <h3 className={classes.title}>{props.title}</h3>
      {props.children}
    </section>
  );
}
