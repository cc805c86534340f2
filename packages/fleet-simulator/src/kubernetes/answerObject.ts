import { Reply } from '../services/types';
import { chooseMediaType } from './mediaType';
import { includeOf, renderTable } from './renderList';
import { jsonReply, notAcceptable, notFound } from './status';
import { KubernetesRequest, ResourceKind } from './types';
import { ClusterView } from './views';

/** Answers with one object, as the client wants to have it. */
export function answerObject(
  cluster: ClusterView,
  kind: ResourceKind,
  { namespace, name }: { namespace: string; name: string },
  request: Pick<KubernetesRequest, 'header' | 'query'>,
  status: number = 200,
): Reply {
  const found = kind
    .list(cluster, namespace)
    .find(({ object }) => object.metadata.name === name);
  if (!found) {
    return notFound(kind.group, kind.plural, name);
  }
  switch (chooseMediaType(request.header('accept'))) {
    case 'json':
      return jsonReply(status, found.object);
    case 'table':
      return jsonReply(
        status,
        renderTable(kind, [found], {
          metadata: {
            resourceVersion: found.object.metadata.resourceVersion,
          },
          include: includeOf(request),
          now: cluster.now,
        }),
      );
    default:
      return notAcceptable();
  }
}
