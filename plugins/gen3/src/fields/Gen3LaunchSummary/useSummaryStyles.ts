import { makeStyles } from '@material-ui/core/styles';

/** More rows than a page of a wizard has fields. */
const ROWS = 40;

/**
 * Looks of the summary, and its place: on a wide screen a column of its own beside the fields, where it stays in view. The form has no layouts
 * in the new frontend system, so its own grid is told from here; only one that has a summary in it matches.
 */
export const useSummaryStyles = makeStyles(theme => ({
  root: {
    boxSizing: 'border-box',
    width: '100%',
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    color: theme.palette.text.primary,
    fontSize: 13,
    overflowWrap: 'anywhere',
    [theme.breakpoints.up('lg')]: {
      position: 'sticky',
      top: theme.spacing(2),
      // As much as it usually says: a page with few fields is as high when it begins to say it, and its buttons stay where they are.
      minHeight: 340,
      'form .MuiGrid-container:has(> .MuiGrid-item &)': {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 320px',
        // Where the summary is longer than the fields, the last row takes what is left: the fields stay together.
        gridTemplateRows: `repeat(${ROWS}, auto) 1fr`,
      },
      'form .MuiGrid-container:has(> .MuiGrid-item &) > .MuiGrid-item:not(:has(&))':
        { gridColumn: 1 },
      'form .MuiGrid-container > .MuiGrid-item:has(&)': {
        gridColumn: 2,
        gridRow: '1 / -1',
      },
      // A box around it that is no higher than itself would not let it stay in view.
      'form .MuiGrid-item *:has(&)': { display: 'contents' },
      // What scrolls inside of the card would do the same; it never does.
      '.MuiCard-root:has(&)': { overflow: 'clip' },
    },
  },
  title: { margin: 0, fontSize: 15, fontWeight: 600 },
  line: { cursor: 'pointer', fontSize: 14 },
  note: { minHeight: '3em', margin: theme.spacing(0.5, 0) },
  facts: {
    margin: 0,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: theme.spacing(0, 0, 0.75), minHeight: '1.4em' },
  },
  name: { fontFamily: 'monospace' },
  places: { listStyle: 'none', margin: 0, paddingLeft: theme.spacing(1) },
}));
