import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetSummary,
  HEALTH_STATUSES,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { PropsWithChildren } from 'react';
import { counted, formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  totals: { marginLeft: 'auto', color: theme.palette.text.secondary },
  spoken: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
}));

/** The tiles, how many commons there are, and how fresh it all is. Changes are said to screen readers. */
export function FleetTotals(
  props: PropsWithChildren<{ summary: FleetSummary }>,
) {
  const { summary, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const spoken = HEALTH_STATUSES.filter(status => summary.byStatus[status])
    .map(status =>
      t('fleetPage.statusAmount', {
        amount: formatNumber(summary.byStatus[status]),
        status: t(`status.${status}`),
      }),
    )
    .join(', ');
  return (
    <div className={classes.root}>
      {children}
      <span className={classes.totals}>
        {t('fleetPage.totals.commons', {
          ...counted(summary.total),
          age: <Age at={summary.checkedAt} as="ago" />,
        })}
      </span>
      <span className={classes.spoken} aria-live="polite">
        {spoken}
      </span>
    </div>
  );
}
