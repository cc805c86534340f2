import {
  type PendingLaunch,
  RETIRED_LIFECYCLE,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { ChangeRecord } from './ChangeRecord';
import { titleOfApplication } from './titleOfApplication';

/**
 * Commons that were removed, so that their entities stay in the catalog with their history; of several removals of one hostname the
 * newest. One that is being launched again is not among them, and one that its source finds again wins over it.
 *
 * @param options - `removals`: changes by which commons were removed, the newest first. `launching`: hostnames.
 */
export function listRetired(options: {
  removals: ChangeRecord[];
  launching: readonly string[];
}): PendingLaunch[] {
  const { removals, launching } = options;
  const taken = new Set(launching);
  return removals.flatMap((record): PendingLaunch[] => {
    const { id, hostname, owner, files } = record;
    if (taken.has(hostname)) return [];
    taken.add(hostname);
    const application = files.find(({ before }) =>
      /^kind: Application\s*$/m.test(before ?? ''),
    );
    const title = titleOfApplication(application?.before ?? '');
    return [
      {
        id,
        hostname,
        ...(title === undefined ? {} : { title }),
        lifecycle: RETIRED_LIFECYCLE,
        owner,
        file: application?.path ?? files[0]?.path ?? hostname,
        cluster: '',
        namespace: '',
        environment: '',
        services: [],
        frontendRoot: 'portal',
      },
    ];
  });
}
