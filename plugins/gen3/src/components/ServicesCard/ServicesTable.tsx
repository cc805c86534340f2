import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { makeStyles } from '@material-ui/core/styles';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { ServiceRow } from './ServiceRow';

const TITLES = ['Status', 'Service', 'Tag', 'Why', 'Since', 'Evidence'];

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    '& th, & td': { padding: '4px 8px', fontSize: 13 },
    '& th': { whiteSpace: 'nowrap' },
    // On a phone it scrolls rather than breaks words.
    '& table': { minWidth: 600 },
  },
});

/** Services in the order that the server gives them: worst first. */
export function ServicesTable(props: {
  services: CommonsHealthResponse['health']['services'];
}) {
  const classes = useStyles();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label="Services of this commons, worst first">
        <TableHead>
          <TableRow>
            {TITLES.map(title => (
              <TableCell key={title}>{title}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.services.map(service => (
            <ServiceRow key={service.name} service={service} />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
