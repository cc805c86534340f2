import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  SourcesResponse,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { keepOrder } from '../../lib/keepOrder';
import { gen3TranslationRef } from '../../translation';
import { SourceCard } from './SourceCard';
import { SourceTotals } from './SourceTotals';
import { sortWorstFirst } from './sourceState';

const idOf = ({ id }: SourceStatus) => id;

/** Every source, worst first as the page opens; after that cards stay where they are until the reader asks. */
export function SourceList({ answer }: { answer: SourcesResponse }) {
  const { items, asOf } = answer;
  const { t } = useTranslationRef(gen3TranslationRef);
  const worstFirst = sortWorstFirst(items, asOf);
  const [order, setOrder] = useState(() => worstFirst.map(idOf));
  const { rows, moved } = keepOrder(worstFirst, order, idOf);
  return (
    <>
      {items.length > 1 ? (
        <SourceTotals sources={items} asOf={asOf}>
          {moved ? (
            <Button
              size="small"
              variant="outlined"
              onClick={() => setOrder(worstFirst.map(idOf))}
            >
              {t('sourcesPage.totals.worstFirst')}
            </Button>
          ) : null}
        </SourceTotals>
      ) : null}
      {rows.map(source => (
        <SourceCard key={source.id} source={source} asOf={asOf} />
      ))}
    </>
  );
}
