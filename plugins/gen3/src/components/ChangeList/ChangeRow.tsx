import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { ownerName } from '../../lib/ownerName';
import { gen3TranslationRef } from '../../translation';
import { Age } from '../Age';
import { CommonsName } from '../CommonsName';
import { ChangeMark } from '../StateMark';
import { ChangeLink } from './ChangeLink';
import { ChangeNow } from './ChangeNow';

const CELLS = {
  state: ({ change }: { change: Change }) => <ChangeMark change={change} />,
  change: ChangeLink,
  commons: CommonsName,
  now: ChangeNow,
  source: ({ change }: { change: Change }) => <>{change.source}</>,
  author: ({ change }: { change: Change }) => <>{ownerName(change.author)}</>,
  owner: ({ change }: { change: Change }) => <>{ownerName(change.owner)}</>,
  age: ({ change }: { change: Change }) => (
    <span style={{ whiteSpace: 'nowrap' }}>
      <Age at={change.createdAt} />
    </span>
  ),
};

/** A column of the list. */
export type ChangeColumn = keyof typeof CELLS;

/** One change, in as many cells as there are columns; on a phone all in one. */
export function ChangeRow(props: {
  change: Change;
  columns: readonly ChangeColumn[];
  narrow: boolean;
}) {
  const { change, columns, narrow } = props;
  if (narrow) {
    return (
      <TableRow>
        <TableCell>
          <NarrowChange
            change={change}
            withCommons={columns.includes('commons')}
          />
        </TableCell>
      </TableRow>
    );
  }
  return (
    <TableRow>
      {columns.map(column => {
        const Cell = CELLS[column];
        return (
          <TableCell key={column}>
            <Cell change={change} />
          </TableCell>
        );
      })}
    </TableRow>
  );
}

function NarrowChange(props: { change: Change; withCommons: boolean }) {
  const { change, withCommons } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      <ChangeMark change={change} /> <ChangeLink change={change} />
      {withCommons ? (
        <div>
          <CommonsName change={change} />
        </div>
      ) : null}
      <div>
        <ChangeNow change={change} />
      </div>
      <div>
        {t('changesPage.narrow.author', {
          author: ownerName(change.author),
          age: <Age at={change.createdAt} as="ago" />,
        })}
        {' · '}
        {t('changesPage.narrow.owner', { owner: ownerName(change.owner) })}
        {' · '}
        {t('changesPage.narrow.source', { source: change.source })}
      </div>
    </div>
  );
}
