import { z } from 'zod';
import { Reply } from '../../services/types';
import { printLabels } from '../defineKind';
import { Deployment } from '../objects/deployments';
import { badRequest, conflict, jsonReply, notFound } from '../status';
import { ClusterView, NamespaceView } from '../views';
import { applyPatch } from './applyPatch';
import { scaleDeployment } from './changeDeployment';
import { findDeployment } from './findDeployment';
import { PlanWrite } from './Write';

const scaleSchema = z.looseObject({
  metadata: z.looseObject({ resourceVersion: z.string().optional() }),
  spec: z.looseObject({ replicas: z.unknown() }),
});

/** `GET deployments/<name>/scale`. */
export function answerScale(
  view: NamespaceView | undefined,
  name: string,
): Reply {
  const deployment = view && findDeployment(view, name);
  return deployment
    ? jsonReply(200, createScale(deployment))
    : notFound('apps', 'deployments', name);
}

/** `PATCH` and `PUT deployments/<name>/scale`: `kubectl scale`. */
export const writeScale: PlanWrite = ({ kind, view, name, request }) => {
  const deployment = findDeployment(view, name);
  if (!deployment) {
    return notFound(kind.group, kind.plural, name);
  }
  const wanted = readWanted(createScale(deployment), request);
  if ('refusal' in wanted) {
    return wanted.refusal;
  }
  const scale = scaleSchema.safeParse(wanted.patched);
  if (!scale.success) {
    return badRequest(z.prettifyError(scale.error));
  }
  const { resourceVersion } = deployment.metadata;
  const expected = scale.data.metadata.resourceVersion ?? resourceVersion;
  if (expected !== resourceVersion) {
    return conflict(kind.group, kind.plural, name);
  }
  const planned = scaleDeployment(deployment, scale.data.spec.replicas);
  return typeof planned === 'function'
    ? {
        changes: planned(view.cluster.now),
        answer: (after: ClusterView) =>
          answerScale(after.commonsIn(view.namespace), name),
      }
    : planned;
};

function readWanted(
  scale: object,
  { method, body, header }: Parameters<PlanWrite>[0]['request'],
): ReturnType<typeof applyPatch> {
  return method === 'PUT'
    ? applyPatch({}, body, 'application/merge-patch+json')
    : applyPatch(scale, body, header('content-type'));
}

function createScale({ metadata, spec, status }: Deployment): object {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec.replicas },
    status: {
      replicas: status.replicas ?? 0,
      selector: printLabels(spec.selector.matchLabels),
    },
  };
}
