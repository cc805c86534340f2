import { EditOptions } from '@gen3-csoc/backstage-plugin-gen3-common';
import { minutesAgo } from './fixtures';

/** What an edit of `heart.example` begins with: fence and sheepdog have numbers, guppy scales by itself, etl has only jobs. */
export function editOptions(given: Partial<EditOptions> = {}): EditOptions {
  return {
    hostname: 'heart.example',
    release: '2026.10',
    maintenance: 'off',
    services: [
      {
        name: 'etl',
        title: 'ETL',
        scalable: false,
        autoscaled: false,
      },
      {
        name: 'fence',
        title: 'Fence',
        tag: '13.3.0',
        scalable: true,
        pods: 2,
        autoscaled: false,
      },
      {
        name: 'guppy',
        title: 'Guppy',
        tag: '2026.10',
        scalable: true,
        pods: 1,
        autoscaled: true,
      },
      {
        name: 'sheepdog',
        title: 'Sheepdog',
        scalable: true,
        autoscaled: false,
      },
    ],
    asOf: minutesAgo(0),
    ...given,
  };
}

/** A change that keeps others from `heart.example`. */
export const openChange: NonNullable<EditOptions['openChange']> = {
  id: 'c-1',
  title: 'Scale fence to 3 of heart.example',
  author: 'user:default/alma-reyes',
  state: 'open',
};
