import { ServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { useMemo } from 'react';
import { withOfferedServices } from '../lib/withOfferedServices';
import { useLaunchOptions } from './suggestions/useLaunchOptions';

/** The services that one can choose; the organisation's own are there once the backend has said which. */
export function useOfferedRegistry(): ServiceRegistry {
  const { data } = useLaunchOptions();
  const offered = data?.services;
  return useMemo(() => withOfferedServices(offered ?? []), [offered]);
}
