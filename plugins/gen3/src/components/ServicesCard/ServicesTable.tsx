import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { gen3TranslationRef } from '../../translation';
import { ServiceRow } from './ServiceRow';

const COLUMNS = [
  'status',
  'service',
  'tag',
  'why',
  'since',
  'evidence',
] as const;

/** On a phone one cell holds service, reason, tag and time. */
const NARROW_COLUMNS = ['status', 'service', 'evidence'] as const;

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    '& th, & td': { padding: '4px 8px', fontSize: 13 },
    '& th': { whiteSpace: 'nowrap' },
  },
});

/** Services in the order that the server gives them: worst first. */
export function ServicesTable(props: {
  services: CommonsHealthResponse['health']['services'];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(gen3TranslationRef);
  const narrow = useMediaQuery(useTheme().breakpoints.down('md'), {
    noSsr: true,
  });
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('servicesCard.table.label')}>
        <TableHead>
          <TableRow>
            {columns.map(column => (
              <TableCell key={column}>
                {t(`servicesCard.table.column.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.services.map(service => (
            <ServiceRow
              key={service.name}
              service={service}
              narrow={narrow}
              columns={columns.length}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
