import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { Age } from '../Age';
import { CopyText } from '../CopyText';
import { Evidence } from '../Evidence';
import { StatusMark } from '../StatusMark';

type Service = CommonsHealthResponse['health']['services'][number];

/** One service; opens to what was asked and what came back. */
export function ServiceRow({ service }: { service: Service }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <TableRow>
        <TableCell>
          <StatusMark status={service.status} />
        </TableCell>
        <TableCell>
          {service.entityRef ? (
            <EntityRefLink entityRef={service.entityRef} underline="always">
              {service.name}
            </EntityRefLink>
          ) : (
            service.name
          )}
          {service.critical ? ' (critical)' : ''}
        </TableCell>
        <TableCell style={{ whiteSpace: 'nowrap' }}>
          {service.imageTag ? (
            <>
              <code>{service.imageTag}</code>{' '}
              <CopyText text={service.imageTag} />
            </>
          ) : (
            'chart’s default'
          )}
        </TableCell>
        <TableCell>{service.status === 'up' ? '-' : service.reason}</TableCell>
        <TableCell style={{ whiteSpace: 'nowrap' }}>
          <Age at={service.since} />
        </TableCell>
        <TableCell>
          <IconButton
            size="small"
            aria-expanded={open}
            aria-label={`Evidence for ${service.name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandLess /> : <ExpandMore />}
          </IconButton>
        </TableCell>
      </TableRow>
      {open ? (
        <TableRow>
          <TableCell colSpan={6}>
            <Evidence result={service.lastResult} why={service.reason} />
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
