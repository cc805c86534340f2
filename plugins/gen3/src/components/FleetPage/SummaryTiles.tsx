import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  FleetSummary,
  HEALTH_STATUSES,
  HealthStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';
import { StatusMark } from '../StatusMark';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  tile: {
    padding: theme.spacing(0.5, 1.5),
    minHeight: 36,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: theme.palette.background.paper,
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
    '&[aria-pressed="true"]': {
      borderColor: theme.palette.text.primary,
      boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
    },
  },
}));

/** Counts by status, worst first; a click shows only those, a second click all again. */
export function SummaryTiles(props: {
  summary: FleetSummary;
  chosen: readonly HealthStatus[];
  onToggle: (status: HealthStatus) => void;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div
      className={classes.root}
      role="group"
      aria-label={t('fleetPage.tiles.label')}
    >
      {HEALTH_STATUSES.map(status => {
        const count = props.summary.byStatus[status] ?? 0;
        return (
          <ButtonBase
            key={status}
            className={classes.tile}
            aria-pressed={props.chosen.includes(status)}
            onClick={() => props.onToggle(status)}
          >
            <StatusMark
              status={status}
              label={t('fleetPage.statusAmount', {
                amount: formatNumber(count),
                status: t(`status.${status}`),
              })}
              size={15}
            />
          </ButtonBase>
        );
      })}
    </div>
  );
}
