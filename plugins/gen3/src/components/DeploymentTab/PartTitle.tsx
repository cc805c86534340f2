import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  title: {
    margin: 0,
    fontSize: 12,
    fontWeight: 400,
    color: theme.palette.text.secondary,
  },
}));

/** Title of a part of an Application, as quiet as those of its facts. */
export function PartTitle({ title }: { title: string }) {
  const classes = useStyles();
  return <h3 className={classes.title}>{title}</h3>;
}
