import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { Change } from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';
import { ChangesFilter, useChanges } from '../../hooks/useChanges';
import { formatNumber } from '../../lib/count';
import { keepOrder } from '../../lib/keepOrder';
import { gen3TranslationRef } from '../../translation';
import { BusyButton } from '../BusyButton';
import { FailureNotice } from '../Notice';
import { Skeleton } from '../Skeleton';
import { ChangeColumn } from './ChangeRow';
import { ChangeTable } from './ChangeTable';

const idOf = ({ id }: Change) => id;

/** Changes in the order of the backend, with all that may be wrong with the list itself. */
export function ChangeList(props: {
  filter: ChangesFilter;
  columns: readonly ChangeColumn[];
  /** In place of a list without rows. */
  empty: ReactNode;
}) {
  const { filter, columns, empty } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const query = useChanges(filter);
  const { data, error, isPending, refetch } = query;
  const latest = data?.pages.at(-1);
  const changes = data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      {error ? (
        <FailureNotice
          what={t('changesPage.failure.what')}
          error={error}
          stillWorks={t('changesPage.failure.stillWorks')}
          shownSince={latest?.asOf}
          onRetry={refetch}
        />
      ) : null}
      {isPending ? (
        <Skeleton lines={8} label={t('changesPage.loading')} />
      ) : null}
      {latest && changes.length === 0 ? empty : null}
      {latest && changes.length > 0 ? (
        <HeldList
          // Other filters are another list, in whose order nobody reads yet.
          key={JSON.stringify(filter)}
          changes={changes}
          total={latest.totalItems}
          columns={columns}
        />
      ) : null}
      {query.hasNextPage ? (
        <div>
          <BusyButton
            busy={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            {t('changesPage.more')}
          </BusyButton>
        </div>
      ) : null}
    </>
  );
}

/** Rows stay where they are until the reader asks; new ones come last. */
function HeldList(props: {
  changes: Change[];
  total: number;
  columns: readonly ChangeColumn[];
}) {
  const { changes, total, columns } = props;
  const { t } = useTranslationRef(gen3TranslationRef);
  const [order, setOrder] = useState(() => changes.map(idOf));
  const { rows, moved } = keepOrder(changes, order, idOf);
  return (
    <>
      <div
        role="status"
        style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}
      >
        <span>
          {t('changesPage.shown', {
            shown: formatNumber(changes.length),
            total: formatNumber(total),
          })}
        </span>
        {moved ? (
          <>
            <span>{t('changesPage.moved')}</span>
            <Button
              size="small"
              variant="outlined"
              onClick={() => setOrder(changes.map(idOf))}
            >
              {t('changesPage.sortAgain')}
            </Button>
          </>
        ) : null}
      </div>
      <ChangeTable changes={rows} columns={columns} />
    </>
  );
}
