import { z } from 'zod';
import { boundedClause } from './boundedClause';
import { classifyPortalError, portalErrorSchema } from './classifyPortalError';
import { ClusterProblem } from './ClusterReadError';
import { configOfCluster } from './configOfCluster';
import { parseJson } from './parseJson';
import { ProxyAnswer } from './ProxyAnswer';

/** An answer that is none to the question. */
export type Refusal =
  /** 410: the pages before it are too old to go on from. */
  | ({ state: 'expired' } & ClusterProblem)
  | ({ state: 'failed' } & ClusterProblem);

/** Characters of the API server's own words that stand before what the reader has to do. */
const MAX_SAID_CHARS = 60;

const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional().catch(undefined),
});

/**
 * The API server answers so for groups and versions that it does not have at all, in plain text
 * (`kubernetes/apiserver:pkg/server/handler.go`, through Go's `http.NotFound`); only within a group is it a Status.
 */
const PLAIN_NOT_FOUND = /^404 page not found\s*$/;

/** What is in an answer, or why there is nothing: Kubernetes, Backstage or something between them refuses. Pure. */
export function openAnswer(
  answer: ProxyAnswer,
  cluster: string,
): { state: 'answered'; body: unknown } | Refusal {
  const { status } = answer;
  const body = parseJson(answer.text);
  const portal = portalErrorSchema.safeParse(body);
  if (portal.success) {
    const { error } = portal.data;
    return failed(classifyPortalError({ status, error, cluster }));
  }
  if (status >= 200 && status < 300) {
    return { state: 'answered', body };
  }
  const kubernetes = statusSchema.safeParse(body);
  const said = kubernetes.data?.message;
  if (status === 410 && kubernetes.success) {
    const detail = detailOf(status, said);
    return { state: 'expired', failure: 'rejected', detail };
  }
  return failed(
    status === 404 && !kubernetes.success
      ? classifyPlainNotFound(answer, cluster)
      : classifyStatus(status, said, cluster),
  );
}

function classifyStatus(
  status: number,
  said: string | undefined,
  cluster: string,
): ClusterProblem {
  const config = configOfCluster(cluster);
  const detail = detailOf(status, said);
  if (status >= 300 && status < 400) {
    return {
      failure: 'unauthorized',
      detail: `answers ${status}: sends elsewhere, as a sign-in does: check url of ${config}`,
    };
  }
  if (status === 401) {
    const short = said && boundedClause(said).slice(0, MAX_SAID_CHARS).trim();
    return {
      failure: 'unauthorized',
      detail: `${detailOf(
        status,
        short,
      )}: renew the credentials of ${config} (serviceAccountToken, or those of its authProvider)`,
    };
  }
  if (status === 403) {
    return { failure: 'forbidden', detail };
  }
  if (status === 404) {
    return { failure: 'not-served', detail };
  }
  const isServers = status === 429 || status >= 500;
  return { failure: isServers ? 'server-error' : 'rejected', detail };
}

function classifyPlainNotFound(
  { text }: ProxyAnswer,
  cluster: string,
): ClusterProblem {
  if (PLAIN_NOT_FOUND.test(text)) {
    return { failure: 'not-served', detail: 'answers 404: page not found' };
  }
  if (text.trim() === '') {
    return {
      failure: 'no-kubernetes-plugin',
      detail: 'the kubernetes plugin is not installed or not configured',
    };
  }
  return {
    failure: 'rejected',
    detail: `answers 404, and not as Kubernetes does: check url of ${configOfCluster(
      cluster,
    )}`,
  };
}

function detailOf(status: number, said: string | undefined): string {
  return `answers ${status}${said ? `: ${said}` : ''}`;
}

function failed(problem: ClusterProblem): Refusal {
  return { state: 'failed', ...problem };
}
