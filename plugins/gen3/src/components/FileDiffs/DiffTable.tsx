import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ReactNode, useMemo, useRef, useState } from 'react';
import { asSideBySide, asUnified, foldSame } from '../../lib/arrangeLines';
import { DiffLine } from '../../lib/compareFile';
import { counted } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { DiffRow } from './DiffRow';

/** So many rows are drawn at first: a file that is written anew may have thousands. */
const FIRST_ROWS = 500;

const useStyles = makeStyles(theme => ({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontFamily: 'monospace',
    fontSize: 12,
    lineHeight: '18px',
    background: theme.palette.background.paper,
    '& th': {
      padding: '2px 6px',
      textAlign: 'left',
      fontWeight: 500,
      color: theme.palette.text.secondary,
    },
  },
  sideBySide: { tableLayout: 'fixed' },
  numbers: { width: '7ch' },
  marks: { width: '3ch' },
}));

/** Lines of a file before and after: side by side where there is room, below each other on a narrow screen. */
export function DiffTable(props: { path: string; lines: DiffLine[] }) {
  const { path, lines } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  // With one side empty there is nothing to stand beside.
  const wide = !narrow && new Set(lines.map(({ kind }) => kind)).size > 1;
  const parts = useMemo(
    () => foldSame(wide ? asSideBySide(lines) : asUnified(lines)),
    [lines, wide],
  );
  return (
    <table
      className={`${classes.table} ${wide ? classes.sideBySide : ''}`}
      aria-label={t('changePage.diff.label', { path })}
    >
      {wide ? <WideHead /> : <NarrowHead />}
      {parts.map(({ folded, rows }) => {
        const [first] = rows;
        const key = `${first.before?.before ?? ''}:${first.after?.after ?? ''}`;
        const drawn = rows.map((pair, index) => (
          // eslint-disable-next-line react/no-array-index-key -- lines are in their places
          <DiffRow key={index} pair={pair} wide={wide} />
        ));
        return folded ? (
          <Rest key={key} rows={drawn} shown={0} kind="unfold" />
        ) : (
          <Rest key={key} rows={drawn} shown={FIRST_ROWS} kind="more" />
        );
      })}
    </table>
  );
}

/** Rows of which the first are shown, and the others when somebody wants to see them. */
function Rest(props: {
  rows: ReactNode[];
  shown: number;
  kind: 'unfold' | 'more';
}) {
  const { rows, shown, kind } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [all, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  const hidden = all ? 0 : rows.length - shown;
  const showAll = () => {
    setAll(true);
    // The button goes: who uses a keyboard goes on from these rows, not from the top of the page.
    body.current?.focus({ preventScroll: true });
  };
  return (
    <tbody ref={body} tabIndex={-1}>
      {hidden > 0 ? rows.slice(0, shown) : rows}
      {hidden > 0 ? (
        <tr>
          <td colSpan={6}>
            <Button
              size="small"
              style={{ textTransform: 'none' }}
              onClick={showAll}
            >
              {t(`changePage.diff.${kind}`, counted(hidden))}
            </Button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function WideHead() {
  const { t } = useTranslationRef(gen3TranslationRef);
  const classes = useStyles();
  return (
    <>
      <colgroup>
        <col className={classes.numbers} />
        <col className={classes.marks} />
        <col />
        <col className={classes.numbers} />
        <col className={classes.marks} />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="colgroup" colSpan={3}>
            {t('changePage.diff.before')}
          </th>
          <th scope="colgroup" colSpan={3}>
            {t('changePage.diff.after')}
          </th>
        </tr>
      </thead>
    </>
  );
}

function NarrowHead() {
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <thead>
      <tr>
        <th scope="col">{t('changePage.diff.before')}</th>
        <th scope="col">{t('changePage.diff.after')}</th>
        <th scope="col" aria-label={t('changePage.diff.mark')} />
        <th scope="col">{t('changePage.diff.line')}</th>
      </tr>
    </thead>
  );
}
