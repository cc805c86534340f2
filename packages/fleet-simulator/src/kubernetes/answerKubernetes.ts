import { clusterHost, Fault } from '../faults/types';
import { delayed, Disposition, replied } from '../revproxy/Disposition';
import { Reply } from '../services/types';
import { Account, findAccount, refuse } from './access';
import { Attempt } from './Attempt';
import { answerResource, ResourceAnswer } from './answerResource';
import { ApiPath, readApiPath, splitPath } from './apiPath';
import { Change } from './changes/Change';
import { answerDiscovery } from './discovery';
import { KubernetesParts } from './KubernetesParts';
import { findResource } from './resources';
import { reviewAccess } from './reviewAccess';
import {
  badRequest,
  faultStatus,
  methodNotAllowed,
  noSuchPath,
  statusReply,
  unauthorized,
} from './status';
import { KubernetesRequest } from './types';
import { ClusterView, viewChanged, viewCluster } from './views';
import { isWatch, WatchRequest } from './watch/readWatchQuery';
import { answerWrite, WriteAnswer } from './writes/answerWrite';

/** A watch is answered for as long as it lasts. */
export type WatchDisposition = {
  kind: 'watch';
  watch: WatchRequest;
  delayMs: number;
};

/** What is done with a request, and which cluster it was for. */
export interface KubernetesAnswer {
  disposition: Disposition | WatchDisposition;
  /** Name as the client wrote it. */
  cluster: string;
  /** Path below that of the cluster. */
  path: string;
  /** What the request changes; the caller keeps it. */
  changed?: { hostname: string; changes: readonly Change[] };
}

/**
 * Decides what happens to a request to `/clusters/<name>/...`. Pure: nothing is waited for, nothing is remembered. A cluster's
 * faults come first, then who asks, then what is asked.
 */
export function answerKubernetes(
  parts: KubernetesParts,
  request: KubernetesRequest,
): KubernetesAnswer {
  const split = splitPath(request.path);
  const [root, name = '', ...rest] = split ?? [];
  const path = `/${rest.join('/')}`;
  const answer = (disposition: KubernetesAnswer['disposition']) => ({
    disposition,
    cluster: name,
    path,
  });
  if (!split) {
    return answer(replied(badRequest(`"${request.path}" is no path`)));
  }
  const cluster = root === 'clusters' ? viewCluster(parts, name) : undefined;
  if (!cluster) {
    return answer(replied(noSuchCluster(parts, name)));
  }
  const fault = parts.faults.whole(clusterHost(name));
  const faulty = answerFault(fault);
  if (faulty) {
    return answer(faulty);
  }
  const asked = answerCluster({ parts, cluster, fault }, rest, request);
  return 'reply' in asked
    ? { ...answer(delayed(asked.reply, fault.slowMs)), changed: asked }
    : answer(delayedAnswer(asked, fault.slowMs));
}

function delayedAnswer(
  answer: ResourceAnswer,
  delayMs: number = 0,
): KubernetesAnswer['disposition'] {
  return 'watch' in answer
    ? { kind: 'watch', ...answer, delayMs }
    : delayed(answer, delayMs);
}

function noSuchCluster({ fleet }: KubernetesParts, name: string): Reply {
  const known = fleet.clusters();
  return statusReply(
    404,
    'NotFound',
    `there is no cluster "${name}"; there are ${
      known.length > 20 ? `${known.length} clusters` : known.join(', ')
    }`,
    { name, kind: 'clusters' },
  );
}

function answerFault(fault: Fault): Disposition | undefined {
  if (fault.unreachable || fault.reset || fault.close) {
    return { kind: 'reset' };
  }
  if (fault.hang) {
    return { kind: 'hang' };
  }
  return fault.status === undefined
    ? undefined
    : delayed(faultStatus(fault.status), fault.slowMs);
}

interface AskedCluster {
  parts: KubernetesParts;
  cluster: ClusterView;
  fault: Fault;
}

function answerCluster(
  asked: AskedCluster,
  parts: string[],
  request: KubernetesRequest,
): ResourceAnswer | WriteAnswer {
  const { cluster, fault } = asked;
  const account = findAccount(request.header('authorization'), {
    forbidden: fault.forbidden,
    roles: asked.parts.roles,
  });
  if (!account) {
    return unauthorized();
  }
  const discovery = answerDiscovery(cluster.version, parts);
  if (discovery) {
    return request.method === 'GET' ? discovery : methodNotAllowed();
  }
  const path = readApiPath(parts);
  if (!path) {
    return noSuchPath();
  }
  if (isAccessReview(path)) {
    return request.method === 'POST'
      ? reviewAccess(account, request)
      : methodNotAllowed();
  }
  return answerForKind(asked, account, path, request);
}

function isAccessReview({ group, version, plural, name }: ApiPath): boolean {
  return (
    group === 'authorization.k8s.io' &&
    version === 'v1' &&
    plural === 'selfsubjectaccessreviews' &&
    name === undefined
  );
}

function answerForKind(
  { parts, cluster }: AskedCluster,
  account: Account,
  path: ApiPath,
  request: KubernetesRequest,
): ResourceAnswer | WriteAnswer {
  const kind = findResource(cluster.version, path);
  if (!kind) {
    return noSuchPath();
  }
  const attempt = attemptOf(path, request);
  if (attempt && !account.may(attempt)) {
    return refuse(account, attempt);
  }
  return ['GET', 'HEAD'].includes(request.method)
    ? answerResource(cluster, kind, path, request)
    : answerWrite({
        cluster,
        kind,
        path,
        request,
        viewAfter: (hostname, changes) =>
          viewChanged(parts, cluster, hostname, changes),
      });
}

/** What a request tries to do; undefined for methods that are none of Kubernetes'. */
function attemptOf(
  path: ApiPath,
  request: KubernetesRequest,
): Attempt | undefined {
  const { name, group, plural, subresource, namespace } = path;
  const listing = isWatch(request) ? 'watch' : 'list';
  const verbs: Record<string, string> = {
    GET: name === undefined ? listing : 'get',
    HEAD: name === undefined ? 'list' : 'get',
    POST: 'create',
    PUT: 'update',
    PATCH: 'patch',
    DELETE: name === undefined ? 'deletecollection' : 'delete',
  };
  const verb = verbs[request.method];
  const one = name ?? selectedName(request);
  return verb === undefined
    ? undefined
    : {
        verb,
        group,
        resource: plural,
        ...(subresource ? { subresource } : {}),
        ...(namespace ? { namespace } : {}),
        ...(one ? { name: one } : {}),
      };
}

/** A right to one object is also one to the list of all that have its name. */
function selectedName({ query }: KubernetesRequest): string | undefined {
  return /^metadata\.name=([^,]+)$/.exec(query.get('fieldSelector') ?? '')?.[1];
}
