import { KubernetesRequest, Listed, ResourceKind } from './types';

/** `metadata` of a list. */
interface ListMetadata {
  resourceVersion: string;
  continue?: string;
  remainingItemCount?: number;
}

/** `apps/v1`, `v1`. */
export function apiVersionOf(kind: ResourceKind): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

/** A list as JSON. Only items of custom resources carry their kind, as from a real API server. */
export function renderList(
  kind: ResourceKind,
  items: Listed[],
  metadata: ListMetadata,
): object {
  return {
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata,
    items: items.map(({ object }) => {
      const { apiVersion: _apiVersion, kind: _kind, ...rest } = object;
      return kind.isCustom ? object : rest;
    }),
  };
}

/** How much of each object a table carries. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** How much a request asks for. */
export function includeOf({
  query,
}: Pick<KubernetesRequest, 'query'>): IncludeObject {
  const include = query.get('includeObject');
  return include === 'None' || include === 'Object' ? include : 'Metadata';
}

/** A table as kubectl asks for it. */
export function renderTable(
  kind: ResourceKind,
  items: Listed[],
  options: { metadata: ListMetadata; include: IncludeObject; now: Date },
): object {
  const { metadata, include, now } = options;
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: kind.columns.map(
      ({ name, type = 'string', format = '', priority = 0 }) => ({
        name,
        type,
        format,
        description: '',
        priority,
      }),
    ),
    rows: items.map(listed => ({
      cells: listed.cells(now),
      ...objectOf(listed, include),
    })),
  };
}

function objectOf({ object }: Listed, include: IncludeObject): object {
  switch (include) {
    case 'None':
      return {};
    case 'Object':
      return { object };
    default:
      return {
        object: {
          kind: 'PartialObjectMetadata',
          apiVersion: 'meta.k8s.io/v1',
          metadata: object.metadata,
        },
      };
  }
}
