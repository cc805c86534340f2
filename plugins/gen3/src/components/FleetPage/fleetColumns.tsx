import { FLEET_SORTS, FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ReactNode } from 'react';
import { ownerName } from '../../lib/ownerName';
import { Age } from '../Age';
import { JourneyMarks } from '../JourneyMarks';
import { StatusMark } from '../StatusMark';
import { CommonsCell } from './CommonsCell';
import { ReleaseText } from './ReleaseText';

/** What the fleet can be sorted by. */
export type FleetSort = (typeof FLEET_SORTS)[number];

/** One column of the fleet. */
export interface FleetColumn {
  title: string;
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
    title: 'Status',
    sort: 'attention',
    width: 126,
    render: row => <StatusMark status={row.status} />,
  },
  {
    title: 'Commons',
    sort: 'name',
    width: 240,
    render: (row, href) => <CommonsCell row={row} href={href} />,
  },
  {
    title: 'Why',
    sentence: true,
    render: row => row.reason || '-',
    textOf: row => row.reason,
  },
  {
    title: 'Journeys',
    width: 104,
    render: row => <JourneyMarks journeys={row.journeys} />,
  },
  {
    title: 'Score',
    sort: 'score',
    width: 52,
    render: row => row.score ?? '-',
  },
  {
    title: 'Release',
    sort: 'release',
    width: 76,
    render: row => <ReleaseText row={row} />,
  },
  {
    title: 'Since',
    sort: 'since',
    width: 58,
    render: row => <Age at={row.since} />,
  },
  {
    title: 'Tier',
    sort: 'tier',
    width: 82,
    render: row => row.tier,
    textOf: row => row.tier,
  },
  {
    title: 'Owner',
    sort: 'owner',
    width: 80,
    render: row => ownerName(row.owner),
    textOf: row => row.owner,
  },
  {
    title: 'Source',
    sort: 'source',
    width: 84,
    render: row => row.source ?? '-',
    textOf: row => row.source ?? '',
  },
  {
    title: 'Age',
    sort: 'age',
    width: 56,
    render: row => <Age at={row.checkedAt} />,
  },
];
