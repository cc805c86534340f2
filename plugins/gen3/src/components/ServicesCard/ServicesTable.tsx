import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ServiceRow } from './ServiceRow';

const TITLES = ['Status', 'Service', 'Tag', 'Why', 'Since', 'Evidence'];

/** On a phone one cell holds service, reason, tag and time. */
const NARROW_TITLES = ['Status', 'Service', 'Evidence'];

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
  const narrow = useMediaQuery(useTheme().breakpoints.down('xs'), {
    noSsr: true,
  });
  const titles = narrow ? NARROW_TITLES : TITLES;
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label="Services of this commons, worst first">
        <TableHead>
          <TableRow>
            {titles.map(title => (
              <TableCell key={title}>{title}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.services.map(service => (
            <ServiceRow
              key={service.name}
              service={service}
              narrow={narrow}
              columns={titles.length}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
