import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useEffect, useRef } from 'react';
import { useEditOptions } from '../../hooks/useEditOptions';

type Mode = EditOptions['maintenance'];

/**
 * Preselects the maintenance mode that a commons does not have, once, where there is no answer yet. An answer stays, whoever gave it: a link,
 * a person or this very hook, also when git changes meanwhile.
 *
 * @returns the maintenance mode now, while it is known
 */
export function usePreselectedMode(options: {
  hostname: string | undefined;
  mode: Mode | undefined;
  onPreselect: (mode: Mode) => void;
}): Mode | undefined {
  const { hostname, mode, onPreselect } = options;
  const { data, isFetching } = useEditOptions(hostname);
  const now = data?.maintenance;
  const preselectedFor = useRef<string>();
  useEffect(() => {
    if (mode !== undefined || now === undefined || isFetching) return;
    if (preselectedFor.current === hostname) return;
    preselectedFor.current = hostname;
    onPreselect(now === 'on' ? 'off' : 'on');
  }, [hostname, isFetching, mode, now, onPreselect]);
  return now;
}
