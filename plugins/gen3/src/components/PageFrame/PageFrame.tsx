import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren, ReactNode, useEffect } from 'react';

const useStyles = makeStyles(theme => ({
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 2),
    minWidth: 0,
    minHeight: '100vh',
    boxSizing: 'border-box',
    color: theme.palette.text.primary,
    background: theme.palette.background.default,
    fontFamily: theme.typography.fontFamily,
  },
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  title: { margin: 0, fontSize: 24, fontWeight: 600, lineHeight: '32px' },
  aside: {
    marginLeft: 'auto',
    [theme.breakpoints.down('xs')]: { marginLeft: 0, width: '100%' },
  },
}));

/** A page: one line of header that leaves the screen to the data, and the title in the browser's tab. */
export function PageFrame(
  props: PropsWithChildren<{
    title: string;
    /** Title of the browser's tab, when it says more. */
    tab?: string;
    aside?: ReactNode;
  }>,
) {
  const { title, tab = title, aside, children } = props;
  const classes = useStyles();
  const app = useApi(configApiRef).getOptionalString('app.title');

  useEffect(() => {
    const before = document.title;
    document.title = app ? `${tab} | ${app}` : tab;
    // Not every page sets a title: the next one must not be called "3 down".
    return () => {
      document.title = before;
    };
  }, [tab, app]);

  return (
    <main className={classes.main}>
      <header className={classes.header}>
        <h1 className={classes.title}>{title}</h1>
        <div className={classes.aside}>{aside}</div>
      </header>
      {children}
    </main>
  );
}
