import { answerObject } from '../answerObject';
import { notFound } from '../status';
import { applyPatch } from './applyPatch';
import { changeDeployment } from './changeDeployment';
import { findDeployment } from './findDeployment';
import { PlanWrite } from './Write';

/** `PATCH deployments/<name>`: `kubectl rollout restart`, `kubectl patch`. */
export const patchDeployment: PlanWrite = ({ kind, view, name, request }) => {
  const deployment = findDeployment(view, name);
  if (!deployment) {
    return notFound(kind.group, kind.plural, name);
  }
  const patched = applyPatch(
    deployment,
    request.body,
    request.header('content-type'),
  );
  if ('refusal' in patched) {
    return patched.refusal;
  }
  const planned = changeDeployment(deployment, patched.patched);
  return typeof planned === 'function'
    ? {
        changes: planned(view.cluster.now),
        answer: after =>
          answerObject(
            after,
            kind,
            { namespace: view.namespace, name },
            request,
          ),
      }
    : planned;
};
