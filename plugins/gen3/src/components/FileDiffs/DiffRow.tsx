import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { DiffPair, isSame } from '../../lib/arrangeLines';
import { DiffLine } from '../../lib/compareFile';
import { toneOf } from '../../lib/status';
import { gen3TranslationRef } from '../../translation';

const MARKS = { same: '', added: '+', removed: '−' };

const useStyles = makeStyles(theme => {
  const background = (tone: 'up' | 'down') =>
    alpha(toneOf(tone, theme.palette.type), 0.12);
  const number = {
    width: '1%',
    padding: '0 6px',
    textAlign: 'right',
    verticalAlign: 'top',
    userSelect: 'none',
    color: theme.palette.text.secondary,
  } as const;
  return {
    number,
    mark: { ...number, textAlign: 'center', padding: '0 2px' },
    text: {
      padding: '0 6px 0 0',
      verticalAlign: 'top',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
    },
    same: {},
    added: { background: background('up') },
    removed: { background: background('down') },
    nothing: { background: theme.palette.action.hover },
    lineEnd: { color: theme.palette.text.secondary, fontStyle: 'italic' },
    spoken: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clipPath: 'inset(50%)',
      whiteSpace: 'nowrap',
    },
  };
});

/** One row of a difference: a line, or in two columns the line as it is and as it would be. */
export function DiffRow(props: { pair: DiffPair; wide: boolean }) {
  const { pair, wide } = props;
  const { before, after } = pair;
  const classes = useStyles();
  if (wide) {
    return (
      <tr>
        <Side line={before} number={before?.before} />
        <Side line={after} number={after?.after} />
      </tr>
    );
  }
  const line = after ?? before;
  if (!line) return null;
  return (
    <tr className={isSame(pair) ? undefined : classes[line.kind]}>
      <td className={classes.number}>{line.before}</td>
      <td className={classes.number}>{line.after}</td>
      <MarkAndText line={line} />
    </tr>
  );
}

function Side(props: {
  line: DiffLine | undefined;
  number: number | undefined;
}) {
  const { line, number } = props;
  const classes = useStyles();
  if (!line) return <td colSpan={3} className={classes.nothing} />;
  return (
    <>
      <td className={`${classes.number} ${classes[line.kind]}`}>{number}</td>
      <MarkAndText line={line} />
    </>
  );
}

function MarkAndText({ line }: { line: DiffLine }) {
  const { kind, text, noLineEnd } = line;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <>
      <td className={`${classes.mark} ${classes[kind]}`}>
        {kind === 'same' ? null : (
          <>
            <span aria-hidden>{MARKS[kind]}</span>
            <span className={classes.spoken}>
              {t(`changePage.diff.${kind}`)}
            </span>
          </>
        )}
      </td>
      <td className={`${classes.text} ${classes[kind]}`}>
        {text}
        {noLineEnd ? (
          <span className={classes.lineEnd}>
            {' '}
            ({t('changePage.diff.noLineEnd')})
          </span>
        ) : null}
      </td>
    </>
  );
}
