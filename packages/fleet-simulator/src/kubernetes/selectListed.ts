import {
  readFieldSelector,
  readLabelSelector,
  SelectorError,
} from './selectors';
import { Listed, ResourceKind } from './types';

const ALWAYS = ['metadata.name', 'metadata.namespace'];

/**
 * Makes a test of the selectors of a list request.
 *
 * @throws SelectorError with a message for the caller.
 */
export function selectListed(
  kind: ResourceKind,
  query: URLSearchParams,
): (listed: Listed) => boolean {
  const labelSelector = query.get('labelSelector') ?? '';
  const fieldSelector = query.get('fieldSelector') ?? '';
  const matchesLabels = readLabelSelector(labelSelector);
  const requirements = readFieldSelector(fieldSelector);
  for (const { path } of requirements) {
    if (!ALWAYS.includes(path) && !kind.selectable.includes(path)) {
      throw new SelectorError(
        `Unable to find "${kind.group}/${kind.version}, Resource=${kind.plural}" that match label selector "${labelSelector}", field selector "${fieldSelector}": field label not supported: ${path}`,
      );
    }
  }
  return listed =>
    matchesLabels(listed.object.metadata.labels ?? {}) &&
    requirements.every(
      ({ path, value, isEqual }) =>
        (fieldOf(listed, path) === value) === isEqual,
    );
}

/** A field that an object does not have is empty to a selector. */
function fieldOf(listed: Listed, path: string): string {
  switch (path) {
    case 'metadata.name':
      return listed.object.metadata.name;
    case 'metadata.namespace':
      return listed.object.metadata.namespace ?? '';
    default:
      return listed.field(path) ?? '';
  }
}
