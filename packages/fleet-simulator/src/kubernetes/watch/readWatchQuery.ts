import { Reply } from '../../services/types';
import { chooseMediaType } from '../mediaType';
import { IncludeObject, includeOf } from '../renderList';
import { SelectorError } from '../selectors';
import { selectListed } from '../selectListed';
import { badRequest, notAcceptable } from '../status';
import { MINUTE_MS, SECOND_MS } from '../timestamps';
import { KubernetesRequest, Listed, ResourceKind } from '../types';

/** The API server ends watches after 30 minutes and more (`--min-request-timeout`). */
const USUAL_TIMEOUT_MS = 30 * MINUTE_MS;

/** What somebody wants to watch. */
export interface WatchRequest {
  cluster: string;
  kind: ResourceKind;
  /** All namespaces when absent. */
  namespace?: string;
  isSelected(listed: Listed): boolean;
  mediaType: 'json' | 'table';
  include: IncludeObject;
  /** The time of the resourceVersion to go on from; `all`: tell what is there first; `now`: only what changes from now on. */
  from: Date | 'all' | 'now';
  /** A bookmark tells when all that was there at the start has been told (`sendInitialEvents`). */
  marksStart: boolean;
  bookmarks: boolean;
  timeoutMs: number;
}

/** Whether a request wants to watch; one for a single object by its path never does. */
export function isWatch({ query }: Pick<KubernetesRequest, 'query'>): boolean {
  return isTrue(query.get('watch'));
}

/** Reads what a request wants to watch, or answers why that cannot be read. */
export function readWatchQuery(
  cluster: string,
  kind: ResourceKind,
  namespace: string | undefined,
  request: KubernetesRequest,
): { watch: WatchRequest } | Reply {
  const { query } = request;
  const mediaType = chooseMediaType(request.header('accept'));
  if (!mediaType) {
    return notAcceptable();
  }
  const from = readFrom(query);
  if (!from) {
    const version = query.get('resourceVersion');
    return badRequest(`resourceVersion: Invalid value: "${version}"`);
  }
  const seconds = Number(query.get('timeoutSeconds') || '0');
  if (!Number.isInteger(seconds) || seconds < 0) {
    return badRequest(
      `timeoutSeconds: Invalid value: "${query.get('timeoutSeconds')}"`,
    );
  }
  try {
    const watch: WatchRequest = {
      cluster,
      kind,
      ...(namespace === undefined ? {} : { namespace }),
      isSelected: selectListed(kind, query),
      mediaType,
      include: includeOf(request),
      from,
      marksStart: isTrue(query.get('sendInitialEvents')),
      bookmarks: isTrue(query.get('allowWatchBookmarks')),
      timeoutMs: seconds === 0 ? USUAL_TIMEOUT_MS : seconds * SECOND_MS,
    };
    return { watch };
  } catch (error) {
    if (error instanceof SelectorError) {
      return badRequest(error.message);
    }
    throw error;
  }
}

function readFrom(query: URLSearchParams): WatchRequest['from'] | undefined {
  const version = query.get('resourceVersion') || '0';
  if (!/^\d{1,15}$/.test(version)) {
    return undefined;
  }
  const initial = query.get('sendInitialEvents');
  if (isTrue(initial)) {
    return 'all';
  }
  if (version !== '0') {
    return new Date(Number(version));
  }
  return initial === null ? 'all' : 'now';
}

function isTrue(value: string | null): boolean {
  return value === 'true' || value === '1';
}
