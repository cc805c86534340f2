import { FleetRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEffect, useState } from 'react';
import { keepOrder } from '../../lib/keepOrder';

const keyOf = (row: FleetRow) => row.entityRef;

/**
 * Holds the rows in their places while somebody reads them; otherwise the newest order is shown, worst first.
 *
 * @param options - `viewKey` changes when the reader asks for other rows or another order
 */
export function useHeldOrder(options: {
  rows: FleetRow[];
  viewKey: string;
  reading: boolean;
}) {
  const { rows, viewKey, reading } = options;
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
    release: () => setHeld({ viewKey, order: rows.map(keyOf) }),
  };
}
