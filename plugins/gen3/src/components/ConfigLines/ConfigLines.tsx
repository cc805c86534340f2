import { makeStyles } from '@material-ui/core/styles';
import { CopyText } from '../CopyText';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1.5),
    margin: theme.spacing(1, 0),
    background: theme.palette.action.hover,
    borderRadius: 4,
    fontSize: 13,
    whiteSpace: 'pre-wrap',
    maxWidth: 720,
  },
}));

/** Lines of configuration to copy. */
export function ConfigLines({ text }: { text: string }) {
  const classes = useStyles();
  return (
    <div style={{ display: 'flex', alignItems: 'flex-start' }}>
      <pre className={classes.root}>{text}</pre>
      <CopyText text={text} />
    </div>
  );
}
