import { stringifyError } from '@backstage/errors';
import { failureOf } from '../http/failureOf';
import { NoPlaceError } from '../http/NoPlaceError';
import { DeadlineError } from '../http/withDeadline';
import { ClusterProblem } from './ClusterReadError';

/** Codes of connections that break in the middle: the proxy hands on that the API server's broke. */
const BROKEN = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'UND_ERR_SOCKET'];

/** Tells what it says of a cluster that asking Backstage's kubernetes plugin for it threw. */
export function classifyThrown(error: unknown): ClusterProblem {
  if (error instanceof NoPlaceError) {
    return { failure: 'no-place', detail: error.message };
  }
  if (error instanceof DeadlineError) {
    return { failure: 'timeout', detail: error.message };
  }
  const found = failureOf(error);
  if (found?.code && BROKEN.includes(found.code)) {
    return { failure: 'unreachable', detail: found.detail };
  }
  if (found?.cause === 'unexpected-body' || found?.cause === 'too-large') {
    return { failure: 'malformed', detail: found.detail };
  }
  const why = found?.detail ?? stringifyError(error);
  return {
    failure: 'no-kubernetes-plugin',
    detail: `the kubernetes plugin cannot be asked: ${why}`,
  };
}
