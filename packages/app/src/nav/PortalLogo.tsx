import { Link, useSidebarOpenState } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    height: 56,
    paddingLeft: 14,
    fontSize: 18,
    fontWeight: 700,
    whiteSpace: 'nowrap',
    color: '#ffffff',
  },
});

/** The portal's name, as a way home. */
export function PortalLogo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={classes.root}
      aria-label="Gen3 CSOC portal, to the first page"
    >
      {isOpen ? 'Gen3 CSOC portal' : 'G3'}
    </Link>
  );
}
