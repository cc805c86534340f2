import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: theme.spacing(1, 0), padding: 0, minWidth: 0 },
  title: { fontSize: 15, fontWeight: 500, padding: 0 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** Choices under a common title, for people who see it and for those who hear it. */
export function ChoiceGroup(props: PropsWithChildren<{ title: string }>) {
  const { title, children } = props;
  const classes = useStyles();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.title}>{title}</legend>
      <ul className={classes.list}>{children}</ul>
    </fieldset>
  );
}
