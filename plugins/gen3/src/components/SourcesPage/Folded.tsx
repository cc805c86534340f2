import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';

/** More items than this are folded away. */
const SHOWN = 5;

/** A list that shows its first items, says how many there are, and opens to all of them. */
export function Folded<T>(props: {
  items: T[];
  children: (item: T, index: number) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const { items, children } = props;
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
      {items.length > SHOWN ? (
        <Button size="small" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer' : `Show all ${items.length.toLocaleString('en')}`}
        </Button>
      ) : null}
    </>
  );
}
