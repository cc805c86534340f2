import { ProxyAnswer } from '../ProxyAnswer';

/** Any answer with a JSON body. */
export function jsonAnswer(status: number, body: object): ProxyAnswer {
  return {
    status,
    contentType: 'application/json',
    text: JSON.stringify(body),
    truncated: false,
  };
}

/** A page of objects that have these names, as an API server lists them. */
export function listAnswer(
  names: string[],
  options: { kind?: string; next?: string } = {},
): ProxyAnswer {
  const { kind = 'PodList', next } = options;
  return jsonAnswer(200, {
    kind,
    apiVersion: 'v1',
    metadata: { resourceVersion: '7', ...(next && { continue: next }) },
    items: names.map(name => ({ metadata: { name, namespace: 'heart' } })),
  });
}

/** An error in Kubernetes' form. */
export function statusAnswer(code: number, message?: string): ProxyAnswer {
  return jsonAnswer(code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    ...(message && { message }),
    code,
  });
}

/** What an API server says to a list of pods by an account that may not. */
export const FORBIDDEN = statusAnswer(
  403,
  'pods is forbidden: User "reader" cannot list resource "pods" in API group "" in the namespace "heart"',
);

/** An error in Backstage's format. */
export function portalErrorAnswer(
  status: number,
  error: { name: string; message: string; [key: string]: unknown },
): ProxyAnswer {
  return jsonAnswer(status, { error, response: { statusCode: status } });
}

/** An error of the proxy, whose connection to the API server failed with that code. */
export function requestErrorAnswer(code?: string): ProxyAnswer {
  return portalErrorAnswer(500, {
    name: 'Error',
    message: `Cluster 'prod' request error; caused by Error: connect ${code} 10.0.0.1:6443`,
    cause: {
      name: 'Error',
      message: `connect ${code} 10.0.0.1:6443`,
      ...(code && { code }),
    },
  });
}
