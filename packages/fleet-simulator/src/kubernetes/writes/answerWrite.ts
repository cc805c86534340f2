import { z } from 'zod';
import { Reply } from '../../services/types';
import { ApiPath } from '../apiPath';
import { Change } from '../changes/Change';
import { badRequest, forbidden, methodNotAllowed, notFound } from '../status';
import { KubernetesRequest, ResourceKind } from '../types';
import { ClusterView, NamespaceView } from '../views';
import { createJob } from './createJob';
import { deleteJob, deletePod } from './deleteObject';
import { patchDeployment } from './patchDeployment';
import { writeScale } from './scale';
import { PlanWrite } from './Write';

/** All that can be written. */
const WRITES: Record<string, PlanWrite> = {
  'PATCH deployments': patchDeployment,
  'PATCH deployments/scale': writeScale,
  'PUT deployments/scale': writeScale,
  'POST jobs': createJob,
  'DELETE jobs': deleteJob,
  'DELETE pods': deletePod,
};

const optionsSchema = z
  .looseObject({ dryRun: z.array(z.string()).nullish() })
  .catch({});

/** What a write is answered with, and what it changes. */
export interface WriteAnswer {
  reply: Reply;
  /** The commons that is changed, by hostname. */
  hostname: string;
  changes: readonly Change[];
}

/** What {@link answerWrite} needs. */
export interface AnswerWriteOptions {
  cluster: ClusterView;
  kind: ResourceKind;
  path: ApiPath;
  request: KubernetesRequest;
  /** The cluster as it would be. */
  viewAfter(hostname: string, changes: readonly Change[]): ClusterView;
}

/** Decides what a writing request changes. Pure: the changes are for the caller to keep; with `dryRun=All` there are none. */
export function answerWrite(options: AnswerWriteOptions): Reply | WriteAnswer {
  const { cluster, kind, path, request, viewAfter } = options;
  const { namespace = '', name = '', subresource } = path;
  const what = subresource ? `${kind.plural}/${subresource}` : kind.plural;
  const planWrite = WRITES[`${request.method} ${what}`];
  if (!planWrite || (request.method === 'POST') !== (name === '')) {
    return methodNotAllowed();
  }
  const problem = request.bodyProblem ?? dryRunProblem(request);
  if (problem) {
    return badRequest(problem);
  }
  const view = cluster.commonsIn(namespace);
  if (!view) {
    return refuseOutside(cluster, kind, namespace, name);
  }
  const planned = planWrite({ kind, view, name, request });
  if ('status' in planned) {
    return planned;
  }
  const { hostname } = view.declared;
  const reply = planned.answer(viewAfter(hostname, planned.changes));
  const changes = isDryRun(request) ? [] : planned.changes;
  return { reply, hostname, changes };
}

/** Only namespaces of commons have what can be changed. */
function refuseOutside(
  cluster: ClusterView,
  { group, plural }: ResourceKind,
  namespace: NamespaceView['namespace'],
  name: string,
): Reply {
  if (!cluster.namespaces.includes(namespace)) {
    return notFound('', 'namespaces', namespace);
  }
  return name === ''
    ? forbidden(
        group,
        plural,
        name,
        'the simulator only makes them in the namespaces of commons',
      )
    : notFound(group, plural, name);
}

function dryRunsOf({
  query,
  body,
}: Pick<KubernetesRequest, 'query' | 'body'>): string[] {
  // Who deletes says so in the body.
  const { dryRun } = optionsSchema.parse(body ?? {});
  return [...query.getAll('dryRun'), ...(dryRun ?? [])];
}

function isDryRun(request: KubernetesRequest): boolean {
  return dryRunsOf(request).includes('All');
}

function dryRunProblem(request: KubernetesRequest): string | undefined {
  const unknown = dryRunsOf(request).find(
    value => value !== 'All' && value !== '',
  );
  return (
    unknown &&
    `invalid dryRun: Unsupported value: "${unknown}": supported values: "All"`
  );
}
