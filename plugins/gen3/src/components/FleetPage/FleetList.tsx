import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import { ownerName } from '../../lib/ownerName';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { JourneyMarks } from '../JourneyMarks';
import { StatusMark } from '../StatusMark';
import { CommonsCell } from './CommonsCell';
import { InsideMark } from './InsideMark';
import { ReleaseText } from './ReleaseText';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(1),
    background: theme.palette.background.paper,
    borderBottom: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
    minWidth: 0,
  },
  facts: { color: theme.palette.text.secondary, fontSize: 13 },
}));

/** The fleet on a narrow screen: one block for each commons, the same facts. */
export function FleetList(props: {
  rows: FleetRow[];
  busy: boolean;
  hrefOf: (row: FleetRow) => string | undefined;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <ul
      className={classes.list}
      aria-label={t('fleetPage.list.label')}
      aria-busy={props.busy}
    >
      {props.rows.map(row => (
        <li key={row.entityRef} className={classes.item}>
          <div className={classes.line}>
            <StatusMark status={row.status} />
            <span>
              <Age at={row.since} />
            </span>
            <JourneyMarks journeys={row.journeys} />
            {row.inside ? (
              <span>
                {t('fleetPage.table.column.inside')}{' '}
                <InsideMark inside={row.inside} />
              </span>
            ) : null}
          </div>
          <CommonsCell row={row} href={props.hrefOf(row)} />
          {row.reason ? <div>{row.reason}</div> : null}
          <div className={`${classes.line} ${classes.facts}`}>
            <span>{row.tier}</span>
            <ReleaseText row={row} />
            <span>
              {t('fleetPage.list.score', { score: String(row.score ?? '-') })}
            </span>
            <span>{ownerName(row.owner)}</span>
            {row.source ? (
              <span>{t('fleetPage.list.source', { source: row.source })}</span>
            ) : null}
            <span>
              {t('fleetPage.list.checked', {
                age: <Age at={row.checkedAt} as="ago" />,
              })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
