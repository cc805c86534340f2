import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FleetView, readFleetView, writeFleetView } from '../../lib/fleetUrl';

/** How a changed view enters the browser's history: `replace` while somebody types. */
export type ShowFleetView = (
  view: FleetView,
  options?: { replace?: boolean },
) => void;

/** What the address says, and the way to change it. */
export function useFleetView(): [FleetView, ShowFleetView] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readFleetView(params), [params]);
  const show = useCallback<ShowFleetView>(
    (next, options) => setParams(writeFleetView(next), options),
    [setParams],
  );
  return [view, show];
}
