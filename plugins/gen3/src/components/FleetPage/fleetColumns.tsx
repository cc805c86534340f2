import { FLEET_SORTS, FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReactNode } from 'react';
import { ownerName } from '../../lib/ownerName';
import { fleetMessages } from '../../translation/fleet';
import { Age } from '../Age';
import { JourneyMarks } from '../JourneyMarks';
import { StatusMark } from '../StatusMark';
import { CommonsCell } from './CommonsCell';
import { InsideMark } from './InsideMark';
import { ReleaseText } from './ReleaseText';

/** What the fleet can be sorted by. */
export type FleetSort = (typeof FLEET_SORTS)[number];

/** One column of the fleet. */
export interface FleetColumn {
  /** Names its title. */
  id: keyof typeof fleetMessages.table.column;
  /** Absent: the column cannot be sorted by. */
  sort?: FleetSort;
  /** Pixels; the column without gets what is left. */
  width?: number;
  /** May take two lines, so that a whole sentence fits. */
  sentence?: boolean;
  render: (row: FleetRow, href: string | undefined) => ReactNode;
  /** Full text of a cell that may be cut off. */
  textOf?: (row: FleetRow) => string;
}

/** Columns in the order of an operator's questions: how is it, which, why, who is affected. */
export const FLEET_COLUMNS: FleetColumn[] = [
  {
    id: 'status',
    sort: 'attention',
    width: 130,
    render: row => <StatusMark status={row.status} />,
  },
  {
    id: 'commons',
    sort: 'name',
    width: 230,
    render: (row, href) => <CommonsCell row={row} href={href} />,
  },
  {
    id: 'why',
    sentence: true,
    render: row => row.reason || '-',
    textOf: row => row.reason,
  },
  {
    id: 'journeys',
    width: 110,
    render: row => <JourneyMarks journeys={row.journeys} />,
  },
  {
    id: 'inside',
    width: 56,
    render: row => <InsideMark inside={row.inside} />,
  },
  {
    id: 'score',
    sort: 'score',
    width: 52,
    render: row => row.score ?? '-',
  },
  {
    id: 'release',
    sort: 'release',
    width: 76,
    render: row => <ReleaseText row={row} />,
  },
  {
    id: 'since',
    sort: 'since',
    width: 58,
    render: row => <Age at={row.since} />,
  },
  {
    id: 'tier',
    sort: 'tier',
    width: 82,
    render: row => row.tier,
    textOf: row => row.tier,
  },
  {
    id: 'owner',
    sort: 'owner',
    width: 80,
    render: row => ownerName(row.owner),
    textOf: row => row.owner,
  },
  {
    id: 'source',
    sort: 'source',
    width: 76,
    render: row => row.source ?? '-',
    textOf: row => row.source ?? '',
  },
  {
    id: 'age',
    sort: 'age',
    width: 56,
    render: row => <Age at={row.checkedAt} />,
  },
];
