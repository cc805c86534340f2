import { createHash } from 'node:crypto';
import { takePage } from '../page';
import { Listed, ResourceKind } from '../types';
import { ClusterView } from '../views';

/** An object, and a digest of all that a watcher would be told a change of. */
export interface Seen {
  listed: Listed;
  digest: string;
}

/** The objects of a kind as they are at one time, in the order of lists. A key belongs to one object only, not to its name. */
export type Listing = ReadonlyMap<string, Seen>;

/** One thing that happened between two listings. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  listed: Listed;
}

/** Lists a kind, in one namespace or in all. */
export function takeListing(
  cluster: ClusterView,
  kind: ResourceKind,
  namespace?: string,
): Listing {
  const { items } = takePage({
    cluster,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    isSelected: () => true,
    limit: 0,
    resourceVersion: 0,
    counts: false,
  });
  return new Map(
    items.map(listed => [keyOf(listed), { listed, digest: digestOf(listed) }]),
  );
}

/** What remains of a listing. */
export function selectSeen(
  listing: Listing,
  isSelected: (listed: Listed) => boolean,
): Listing {
  return new Map([...listing].filter(([, { listed }]) => isSelected(listed)));
}

/** What happened: what went comes first, so that an object made anew comes after the one whose name it has. */
export function compareListings(before: Listing, after: Listing): Change[] {
  const deleted = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, { listed }]): Change => ({ type: 'DELETED', listed }));
  const others = [...after].flatMap(([key, { listed, digest }]): Change[] => {
    const known = before.get(key);
    if (!known) {
      return [{ type: 'ADDED', listed }];
    }
    return known.digest === digest ? [] : [{ type: 'MODIFIED', listed }];
  });
  return [...deleted, ...others];
}

function keyOf({ object: { metadata } }: Listed): string {
  return `${metadata.namespace ?? ''}/${metadata.name}/${metadata.uid}`;
}

/** An object that only has another resourceVersion, or names one, has not changed. */
function digestOf({ object }: Listed): string {
  const json = JSON.stringify(object, (key, value: unknown) =>
    key === 'resourceVersion' ? undefined : value,
  );
  return createHash('sha1').update(json).digest('base64');
}
