import { z } from 'zod';
import { classifyPortalError, portalErrorSchema } from './classifyPortalError';
import { ClusterProblem } from './ClusterReadError';

/** What Backstage's kubernetes plugin answered, in its own words or in those of the API server. */
export interface ProxyAnswer {
  status: number;
  /** Empty when it says none. */
  contentType: string;
  text: string;
  /** There was more than the portal reads. */
  truncated: boolean;
}

/** What an answer is. */
export type ClassifiedAnswer =
  | {
      state: 'page';
      items: unknown[];
      /** Token for the next page, when there is one. */
      next?: string;
    }
  /** 410: the pages before it are too old to go on from. */
  | ({ state: 'expired' } & ClusterProblem)
  | ({ state: 'failed' } & ClusterProblem);

/** Tokens of Kubernetes have some hundred characters; a longer one fits into no URL. */
const MAX_TOKEN_CHARS = 4_096;

const listSchema = z.object({
  kind: z.string().endsWith('List'),
  metadata: z
    .object({ continue: z.string().max(MAX_TOKEN_CHARS).optional() })
    .optional(),
  // A list of Go that was never filled is null.
  items: z.array(z.unknown()).nullable(),
});

const statusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional().catch(undefined),
});

/**
 * The API server answers so for groups and versions that it does not have at all, in plain text
 * (`kubernetes/apiserver:pkg/server/handler.go`, through Go's `http.NotFound`); only within a group is it a Status.
 */
const PLAIN_NOT_FOUND = /^404 page not found\s*$/;

/** Tells what an answer to a list is: of Kubernetes, of Backstage, or of something between them. */
export function classifyAnswer(
  answer: ProxyAnswer,
  cluster: string,
): ClassifiedAnswer {
  const { status } = answer;
  const body = parseJson(answer.text);
  const portal = portalErrorSchema.safeParse(body);
  if (portal.success) {
    const { error } = portal.data;
    return failed(classifyPortalError({ status, error, cluster }));
  }
  if (status >= 200 && status < 300) {
    return classifyList(answer, body);
  }
  const kubernetes = statusSchema.safeParse(body);
  const said = kubernetes.data?.message;
  const detail = `answers ${status}${said ? `: ${said}` : ''}`;
  if (status === 410 && kubernetes.success) {
    return { state: 'expired', failure: 'rejected', detail };
  }
  return failed(
    status === 404 && !kubernetes.success
      ? classifyPlainNotFound(answer)
      : classifyStatus(status, detail),
  );
}

function classifyList(answer: ProxyAnswer, body: unknown): ClassifiedAnswer {
  const { status, contentType, text, truncated } = answer;
  const list = listSchema.safeParse(body);
  if (list.success) {
    const { items, metadata } = list.data;
    return {
      state: 'page',
      items: items ?? [],
      ...(metadata?.continue && { next: metadata.continue }),
    };
  }
  if (/html/i.test(contentType) || /^\s*<(!doctype|html)/i.test(text)) {
    const detail = `answers ${status} with a page, as a sign-in does, and no list`;
    return failed({ failure: 'unauthorized', detail });
  }
  const detail = truncated
    ? 'its list is larger than the portal reads'
    : `answers ${status} and no list of Kubernetes`;
  return failed({ failure: 'malformed', detail });
}

function classifyStatus(status: number, detail: string): ClusterProblem {
  if (status >= 300 && status < 400) {
    return {
      failure: 'unauthorized',
      detail: `${detail}: sends elsewhere, as a sign-in does`,
    };
  }
  if (status === 401) {
    return {
      failure: 'unauthorized',
      detail: `${detail}: check serviceAccountToken of the cluster, which is wrong or has expired`,
    };
  }
  if (status === 403) {
    return { failure: 'forbidden', detail };
  }
  return { failure: status === 404 ? 'not-served' : 'rejected', detail };
}

function classifyPlainNotFound({ text }: ProxyAnswer): ClusterProblem {
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
    detail:
      'answers 404, and not as Kubernetes does: check the url of the cluster',
  };
}

function failed(problem: ClusterProblem): ClassifiedAnswer {
  return { state: 'failed', ...problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What is no JSON has its meaning as text.
    return undefined;
  }
}
