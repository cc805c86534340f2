import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { ReactNode, useState } from 'react';

/** A row that opens to its details. */
export function DetailsRow(props: {
  cells: ReactNode[];
  /** Name of the button that opens it. */
  label: string;
  details: ReactNode;
}) {
  const { cells, label, details } = props;
  const [open, setOpen] = useState(false);
  return (
    <>
      <TableRow>
        {cells.map((cell, index) => (
          // eslint-disable-next-line react/no-array-index-key -- cells are columns: their place is what they are
          <TableCell key={index}>{cell}</TableCell>
        ))}
        <TableCell>
          <IconButton
            size="small"
            aria-expanded={open}
            aria-label={label}
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandLess /> : <ExpandMore />}
          </IconButton>
        </TableCell>
      </TableRow>
      {open ? (
        <TableRow>
          <TableCell colSpan={cells.length + 1}>{details}</TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
