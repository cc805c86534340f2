import { ClusterProblem } from './ClusterReadError';
import { configOfCluster } from './configOfCluster';
import { ProxyAnswer } from './ProxyAnswer';

/** Says what an answer is that succeeds and yet is not what was asked for. Pure. */
export function describeOddAnswer(options: {
  answer: ProxyAnswer;
  cluster: string;
  /** What was asked for. */
  wanted: 'list' | 'version';
}): ClusterProblem {
  const { answer, cluster, wanted } = options;
  const { status, contentType, text, truncated } = answer;
  if (/html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) {
    return {
      failure: 'unauthorized',
      detail: `answers ${status} with a page, as a sign-in does, and no ${wanted}: check url of ${configOfCluster(
        cluster,
      )}`,
    };
  }
  return {
    failure: 'malformed',
    detail: truncated
      ? `its ${wanted} is larger than the portal reads`
      : `answers ${status} and no ${wanted} of Kubernetes`,
  };
}
