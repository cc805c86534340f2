import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import ExpandLess from '@material-ui/icons/ExpandLess';
import ExpandMore from '@material-ui/icons/ExpandMore';
import { useState } from 'react';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { ServiceEvidence } from '../Evidence';
import { StatusMark } from '../StatusMark';
import { ServiceName } from './ServiceName';
import { ServiceTag } from './ServiceTag';

type Service = CommonsHealthResponse['health']['services'][number];

const ONE_LINE = { whiteSpace: 'nowrap' } as const;

/** One service; opens to what was asked and what came back. */
export function ServiceRow(props: {
  service: Service;
  /** Reason, tag and time stand under the name instead of in columns of their own. */
  narrow: boolean;
  columns: number;
}) {
  const { service, narrow, columns } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [open, setOpen] = useState(false);
  const why = service.status === 'up' ? undefined : service.reason;
  return (
    <>
      <TableRow>
        <TableCell>
          <StatusMark status={service.status} />
        </TableCell>
        {narrow ? (
          <TableCell>
            <ServiceName service={service} />
            {why ? <div>{why}</div> : null}
            <div>
              <ServiceTag tag={service.imageTag} /> · <Age at={service.since} />
            </div>
          </TableCell>
        ) : (
          <>
            <TableCell style={ONE_LINE}>
              <ServiceName service={service} />
            </TableCell>
            <TableCell style={ONE_LINE}>
              <ServiceTag tag={service.imageTag} />
            </TableCell>
            <TableCell>{why ?? '-'}</TableCell>
            <TableCell style={ONE_LINE}>
              <Age at={service.since} />
            </TableCell>
          </>
        )}
        <TableCell>
          <IconButton
            size="small"
            aria-expanded={open}
            aria-label={t('servicesCard.table.evidenceFor', {
              service: service.name,
            })}
            onClick={() => setOpen(!open)}
          >
            {open ? <ExpandLess /> : <ExpandMore />}
          </IconButton>
        </TableCell>
      </TableRow>
      {open ? (
        <TableRow>
          <TableCell colSpan={columns}>
            <ServiceEvidence service={service} />
          </TableCell>
        </TableRow>
      ) : null}
    </>
  );
}
