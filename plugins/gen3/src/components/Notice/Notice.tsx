import { HealthStatus } from '@gen3-csoc/backstage-plugin-gen3-common';
import { alpha, makeStyles, Theme } from '@material-ui/core/styles';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import { PropsWithChildren, ReactNode } from 'react';
import { toneOf } from '../../lib/status';
import { StatusIcon } from '../StatusMark';

/** A status, or `note` for what says nothing about health. */
type NoticeTone = HealthStatus | 'note';

const colourOf = (theme: Theme, tone: NoticeTone) =>
  tone === 'note'
    ? theme.palette.text.secondary
    : toneOf(tone, theme.palette.type);

const useStyles = makeStyles<Theme, { tone: NoticeTone }>(theme => ({
  root: {
    display: 'flex',
    // An action that would squeeze the text stands below it.
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    borderLeft: ({ tone }) => `4px solid ${colourOf(theme, tone)}`,
    background: ({ tone }) =>
      tone === 'note'
        ? theme.palette.action.hover
        : alpha(colourOf(theme, tone), 0.08),
    color: theme.palette.text.primary,
    fontSize: 14,
    overflowWrap: 'anywhere',
  },
  icon: {
    color: ({ tone }) => colourOf(theme, tone),
    display: 'inline-flex',
    marginTop: 2,
  },
  // Never below the icon, however narrow it is.
  text: { flex: '1 1 min(240px, calc(100% - 3em))', minWidth: 0 },
}));

/**
 * A quiet line beside data: what is wrong with the data itself, and what still holds. It is not read out unless it is
 * urgent: most notices are part of the page, and an age in one that is would be read out whenever it changes.
 */
export function Notice(
  props: PropsWithChildren<{
    tone: NoticeTone;
    /** News that cannot wait: read out at once. Holds nothing that changes with time. @defaultValue false */
    urgent?: boolean;
    action?: ReactNode;
  }>,
) {
  const { tone, urgent = false, action, children } = props;
  const classes = useStyles({ tone });
  return (
    <div className={classes.root} role={urgent ? 'alert' : undefined}>
      <span className={classes.icon}>
        {tone === 'note' ? (
          <InfoOutlined style={{ fontSize: '1.25em' }} aria-hidden />
        ) : (
          <StatusIcon status={tone} />
        )}
      </span>
      <div className={classes.text}>{children}</div>
      {action}
    </div>
  );
}
