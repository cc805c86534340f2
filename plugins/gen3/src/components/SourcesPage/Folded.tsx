import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';
import { formatNumber } from '../../lib/count';
import { gen3TranslationRef } from '../../translation';

/** More items than this are folded away. */
const SHOWN = 5;

/** A list that shows its first items, says how many there are, and opens to all that were sent. */
export function Folded<T>(props: {
  items: T[];
  /** How many there are, when the server sent only the worst of them. */
  total: number;
  children: (item: T, index: number) => ReactNode;
}) {
  const { t } = useTranslationRef(gen3TranslationRef);
  const [all, setAll] = useState(false);
  const { items, total, children } = props;
  const shown = all ? items : items.slice(0, SHOWN);
  return (
    <>
      <ul
        style={{
          display: 'grid',
          gap: 8,
          margin: 0,
          paddingLeft: 20,
          overflowWrap: 'anywhere',
        }}
      >
        {shown.map(children)}
      </ul>
      {total > items.length ? (
        <p style={{ margin: '4px 0' }}>
          {t('sourcesPage.folded.worst', {
            shown: formatNumber(items.length),
            total: formatNumber(total),
          })}
        </p>
      ) : null}
      {items.length > SHOWN ? (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? t('sourcesPage.folded.fewer')
            : t(
                total > items.length
                  ? 'sourcesPage.folded.these'
                  : 'sourcesPage.folded.all',
                { amount: formatNumber(items.length) },
              )}
        </Button>
      ) : null}
    </>
  );
}
