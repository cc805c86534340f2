import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEffect, useState } from 'react';
import { keepOrder } from '../../lib/keepOrder';

const keyOf = (row: FleetRow) => row.entityRef;

/**
 * Holds the rows in their places while somebody points at them or has the focus among them; otherwise the newest order is
 * shown, worst first.
 *
 * @param viewKey - changes when the reader asks for other rows or another order
 */
export function useHeldOrder(rows: FleetRow[], viewKey: string) {
  const [reading, setReading] = useState(false);
  const [held, setHeld] = useState<{ viewKey: string; order: string[] }>();
  const holds = reading && held?.viewKey === viewKey;

  useEffect(() => {
    if (!reading) setHeld(undefined);
    else if (!holds) setHeld({ viewKey, order: rows.map(keyOf) });
  }, [reading, holds, viewKey, rows]);

  const kept =
    held && holds ? keepOrder(rows, held.order, keyOf) : { rows, moved: false };
  return {
    ...kept,
    setReading,
    release: () => setHeld({ viewKey, order: rows.map(keyOf) }),
  };
}
