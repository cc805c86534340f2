import { Reply } from '../services/types';
import { answerObject } from './answerObject';
import { ApiPath } from './apiPath';
import { chooseMediaType } from './mediaType';
import { resourceVersionAt } from './metadata';
import { ContinueToken, readContinueToken, takePage } from './page';
import { answerLogs } from './podLogs';
import { includeOf, renderList, renderTable } from './renderList';
import { SelectorError } from './selectors';
import { selectListed } from './selectListed';
import {
  badRequest,
  expired,
  jsonReply,
  methodNotAllowed,
  noSuchPath,
  notAcceptable,
} from './status';
import { MINUTE_MS } from './timestamps';
import { KubernetesRequest, ResourceKind } from './types';
import { ClusterView } from './views';
import { answerScale } from './writes/scale';
import { isWatch, readWatchQuery, WatchRequest } from './watch/readWatchQuery';

/** etcd forgets what a list looked like after this long (`--etcd-compaction-interval`). */
const TOKEN_MS = 5 * MINUTE_MS;

/** A whole answer, or what there is to watch. */
export type ResourceAnswer = Reply | { watch: WatchRequest };

/** Parts of objects that can be read. */
const PARTS: Partial<Record<string, typeof answerLogs>> = {
  'pods/log': answerLogs,
  'deployments/scale': answerScale,
};

/** Answers a reading request about a kind that the cluster serves, to somebody who may. */
export function answerResource(
  cluster: ClusterView,
  kind: ResourceKind,
  path: ApiPath,
  request: KubernetesRequest,
): ResourceAnswer {
  const { name, subresource, namespace = '' } = path;
  const isLost = name !== undefined && kind.namespaced && !namespace;
  if (isLost || (namespace && !kind.namespaced)) {
    return noSuchPath();
  }
  if (request.method !== 'GET') {
    return methodNotAllowed();
  }
  if (subresource !== undefined) {
    const answerPart = PARTS[`${kind.plural}/${subresource}`];
    return answerPart && name
      ? answerPart(cluster.commonsIn(namespace), name, request.query)
      : noSuchPath();
  }
  if (name !== undefined) {
    return answerObject(cluster, kind, { namespace, name }, request);
  }
  return isWatch(request)
    ? readWatchQuery(cluster.name, kind, path.namespace, request)
    : answerList(cluster, kind, path.namespace, request);
}

function answerList(
  cluster: ClusterView,
  kind: ResourceKind,
  namespace: string | undefined,
  request: KubernetesRequest,
): Reply {
  const mediaType = chooseMediaType(request.header('accept'));
  if (!mediaType) {
    return notAcceptable();
  }
  const read = readListQuery(cluster, kind, request.query);
  if ('status' in read) {
    return read;
  }
  const resourceVersion = Number(resourceVersionAt(cluster.now));
  const page = takePage({
    cluster,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    ...read,
    resourceVersion,
  });
  const metadata = {
    resourceVersion: String(read.from?.rv ?? resourceVersion),
    ...(page.continueToken ? { continue: page.continueToken } : {}),
    ...(page.remaining === undefined
      ? {}
      : { remainingItemCount: page.remaining }),
  };
  const include = includeOf(request);
  return jsonReply(
    200,
    mediaType === 'table'
      ? renderTable(kind, page.items, { metadata, include, now: cluster.now })
      : renderList(kind, page.items, metadata),
  );
}

interface ListQuery {
  isSelected: ReturnType<typeof selectListed>;
  limit: number;
  from?: ContinueToken;
  counts: boolean;
}

function readListQuery(
  cluster: ClusterView,
  kind: ResourceKind,
  query: URLSearchParams,
): ListQuery | Reply {
  const limit = Number(query.get('limit') || '0');
  if (!Number.isInteger(limit) || limit < 0) {
    return badRequest(`limit: Invalid value: "${query.get('limit')}"`);
  }
  const token = query.get('continue');
  const from = token ? readContinueToken(token) : undefined;
  if (token && !from) {
    return badRequest(`continue key is not valid: ${token}`);
  }
  if (from && cluster.now.getTime() - from.rv > TOKEN_MS) {
    return expired();
  }
  try {
    return {
      isSelected: selectListed(kind, query),
      limit,
      ...(from ? { from } : {}),
      counts: !query.get('labelSelector') && !query.get('fieldSelector'),
    };
  } catch (error) {
    if (error instanceof SelectorError) {
      return badRequest(error.message);
    }
    throw error;
  }
}
