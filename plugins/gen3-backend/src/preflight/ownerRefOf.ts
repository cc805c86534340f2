import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** The owner that somebody named, as the catalog refers to it. */
export interface OwnerRef {
  /** In full, in lower case: `group:default/csoc`. */
  entityRef: string;
  kind: string;
}

/** Reads the name of an owner as the catalog does: without a kind it is a group. @returns undefined when it is none. */
export function ownerRefOf(owner: string): OwnerRef | undefined {
  const ref = parse(owner);
  return ref && { entityRef: stringifyEntityRef(ref), kind: ref.kind };
}

function parse(owner: string): CompoundEntityRef | undefined {
  try {
    return parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
  } catch {
    // It says so in a way that is no news: the text is no reference.
    return undefined;
  }
}
