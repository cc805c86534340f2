import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';

/** More items than this are folded away. */
const SHOWN = 5;

/** A list that shows its first items, says how many there are, and opens to all that were sent. */
export function Folded<T>(props: {
  items: T[];
  /** How many there are, when the server sent only the worst of them. */
  total: number;
  children: (item: T, index: number) => ReactNode;
}) {
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
          These are the worst {items.length.toLocaleString('en')} of{' '}
          {total.toLocaleString('en')}; mend them, and the next ones show.
        </p>
      ) : null}
      {items.length > SHOWN ? (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all
            ? 'Show fewer'
            : `Show ${
                total > items.length ? 'these' : 'all'
              } ${items.length.toLocaleString('en')}`}
        </Button>
      ) : null}
    </>
  );
}
