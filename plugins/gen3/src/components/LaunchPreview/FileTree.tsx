import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { FileTreeNode } from '../../lib/buildFileTree';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    fontFamily: 'monospace',
    fontSize: 13,
    overflowWrap: 'anywhere',
    '& &': { paddingLeft: theme.spacing(1.5) },
  },
  file: {
    justifyContent: 'flex-start',
    textAlign: 'left',
    textTransform: 'none',
    fontFamily: 'monospace',
    padding: theme.spacing(0.25, 0.75),
  },
  chosen: { background: theme.palette.action.selected, fontWeight: 600 },
}));

/** Folders and files; each file is a button that shows it. */
export function FileTree(props: {
  nodes: FileTreeNode[];
  chosen: string | undefined;
  onChoose: (path: string) => void;
}) {
  const { nodes, chosen, onChoose } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list}>
      {nodes.map(({ name, path, children }) => (
        <li key={path}>
          {children ? (
            <>
              {name}
              <FileTree nodes={children} chosen={chosen} onChoose={onChoose} />
            </>
          ) : (
            <Button
              fullWidth
              size="small"
              className={`${classes.file} ${
                path === chosen ? classes.chosen : ''
              }`}
              aria-current={path === chosen}
              onClick={() => onChoose(path)}
            >
              {name}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
