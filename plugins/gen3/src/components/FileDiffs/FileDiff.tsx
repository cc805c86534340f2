import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { FileComparison } from '../../lib/compareFile';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { CopyText } from '../CopyText';
import { DiffTable } from './DiffTable';

const useStyles = makeStyles(theme => ({
  root: { borderTop: `1px solid ${theme.palette.divider}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    margin: 0,
    fontSize: 13,
    fontWeight: 400,
  },
  path: {
    textTransform: 'none',
    textAlign: 'left',
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
}));

/** One file: what becomes of it, and when it is open, its lines. */
export function FileDiff(props: {
  path: string;
  comparison: FileComparison;
  open: boolean;
  onToggle: () => void;
}) {
  const { path, comparison, open, onToggle } = props;
  const { kind, lines } = comparison;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const counts = {
    added: formatNumber(comparison.added),
    removed: formatNumber(comparison.removed),
  };
  return (
    <li className={classes.root}>
      <h3 className={classes.head}>
        <Button
          size="small"
          className={classes.path}
          aria-expanded={open}
          endIcon={open ? <ExpandLess /> : <ExpandMore />}
          onClick={onToggle}
        >
          {path}
        </Button>
        <CopyText text={path} />
        <strong>{t(`changePage.files.${kind}`)}</strong>
        <span
          role="img"
          aria-label={t('changePage.files.countsSpoken', counts)}
        >
          {t('changePage.files.counts', counts)}
        </span>
      </h3>
      {open ? (
        <>
          {lines.length > 0 && kind !== 'unchanged' ? (
            <DiffTable path={path} lines={lines} />
          ) : (
            <p>
              {t(
                kind === 'unchanged'
                  ? 'changePage.files.same'
                  : 'changePage.files.empty',
              )}
            </p>
          )}
        </>
      ) : null}
    </li>
  );
}
