import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ChangesView,
  readChangesView,
  writeChangesView,
} from '../../lib/changesUrl';

/** What the address says, and the way to change it. */
export function useChangesView(): [ChangesView, (view: ChangesView) => void] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readChangesView(params), [params]);
  const show = useCallback(
    (next: ChangesView) => setParams(writeChangesView(next)),
    [setParams],
  );
  return [view, show];
}
