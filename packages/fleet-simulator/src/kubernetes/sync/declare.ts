import { Commons } from '../../commons/types';
import { Fleet } from '../../fleet/Fleet';
import { ClusterChanges } from '../changes/ClusterChanges';

/** What {@link declare} needs. */
export interface DeclareOptions {
  fleet: Fleet;
  changes: ClusterChanges;
  now: Date;
}

/**
 * From now on git declares these commons. Those in a cluster are brought there by Argo CD, step by step; the others are as they are
 * declared at once. One that git declares no more is gone, with all that was done to it.
 */
export function declare(
  commons: Iterable<Commons>,
  { fleet, changes, now }: DeclareOptions,
): void {
  const before = fleet.list();
  fleet.replace(commons);
  for (const old of before) {
    const declared = fleet.get(old.hostname);
    if (!declared || !isInPlaceOf(declared, old)) {
      changes.forget(old.hostname);
    }
  }
  const known = new Map(before.map(one => [one.hostname, one]));
  for (const declared of fleet.list()) {
    const { hostname, cluster, namespace } = declared;
    const old = known.get(hostname);
    const last = old && isInPlaceOf(declared, old) ? old : undefined;
    const isPlaced = cluster !== undefined && namespace !== undefined;
    if (isPlaced && !(last && isSame(last, declared))) {
      changes.add(hostname, {
        kind: 'declare',
        at: now,
        ...(last ? { before: last } : {}),
      });
    }
  }
}

function isInPlaceOf(one: Commons, other: Commons): boolean {
  return one.cluster === other.cluster && one.namespace === other.namespace;
}

function isSame(one: Commons, other: Commons): boolean {
  return one === other || contentOf(one) === contentOf(other);
}

/** Another commit is no change while it declares the same. */
function contentOf({ services, application, ...rest }: Commons): string {
  const { commit: _commit, ...declared } = application ?? {};
  return JSON.stringify({
    ...rest,
    application: declared,
    services: [...services],
  });
}
