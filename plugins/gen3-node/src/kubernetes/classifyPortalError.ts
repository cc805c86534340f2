import { Cause } from '@gen3-csoc/backstage-plugin-gen3-common';
import { z } from 'zod';
import { failureOf } from '../http/failureOf';
import { ClusterFailure } from './ClusterClient';
import { ClusterProblem } from './ClusterReadError';
import { describeTlsFailure } from './describeTlsFailure';

/** Backstage's error format, with the codes of the errors behind it. */
export const portalErrorSchema = z.object({
  error: z.looseObject({ name: z.string(), message: z.string() }),
});

/** An error in Backstage's format. */
export type PortalError = z.infer<typeof portalErrorSchema>['error'];

/** How the proxy words that the API server could not be asked (`backstage/backstage:plugins/kubernetes-backend`, 0.21). */
const REQUEST_ERROR = /^Cluster '.*' request error/;

const FAILURES: Partial<Record<Cause, ClusterFailure>> = {
  tls: 'tls',
  'certificate-ended': 'tls',
  timeout: 'timeout',
  'unexpected-body': 'malformed',
  'too-large': 'malformed',
};

/** Tells what an error of Backstage's kubernetes plugin says of a cluster. */
export function classifyPortalError(options: {
  status: number;
  error: PortalError;
  cluster: string;
}): ClusterProblem {
  const { status, error, cluster } = options;
  if (status === 404 && error.name === 'NotFoundError') {
    return {
      failure: 'unknown-cluster',
      detail: `Backstage's kubernetes config has no cluster "${cluster}": add it to kubernetes.clusterLocatorMethods, or map the name in "clusters" of the source`,
    };
  }
  if (REQUEST_ERROR.test(error.message)) {
    return classifyRequestError(error, cluster);
  }
  return {
    failure: 'no-kubernetes-plugin',
    detail: `the kubernetes plugin answers ${status}: ${error.message}`,
  };
}

function classifyRequestError(
  error: PortalError,
  cluster: string,
): ClusterProblem {
  const found = failureOf(error);
  if (!found) {
    return { failure: 'unreachable', detail: 'the connection failed' };
  }
  const failure = FAILURES[found.cause] ?? 'unreachable';
  return {
    failure,
    detail:
      failure === 'tls' ? describeTlsFailure(found, cluster) : found.detail,
  };
}
