import {
  FORBIDDEN,
  jsonAnswer,
  listAnswer,
  portalErrorAnswer,
  requestErrorAnswer,
  statusAnswer,
} from './__testUtils__/kubernetesAnswers';
import { classifyAnswer } from './classifyAnswer';
import { ProxyAnswer } from './ProxyAnswer';

const plain = (
  status: number,
  text: string,
  contentType = 'text/plain',
): ProxyAnswer => ({ status, text, contentType, truncated: false });

const PAGE = '<!doctype html><title>Sign in</title>';

const FAILURES: Array<[string, ProxyAnswer, string, string]> = [
  ['403 of Kubernetes', FORBIDDEN, 'forbidden', 'answers 403: pods is forb'],
  ['403 of a gateway', plain(403, PAGE), 'forbidden', 'answers 403'],
  [
    '401 of Kubernetes',
    statusAnswer(401, 'Unauthorized'),
    'unauthorized',
    'answers 401: Unauthorized: renew the credentials of "prod" below kubernetes.clusterLocatorMethods (serviceAccountToken, or those of its authProvider)',
  ],
  [
    '401 of a gateway',
    plain(401, ''),
    'unauthorized',
    'answers 401: renew the credentials of "prod" below kubernetes.clusterLocatorMethods',
  ],
  [
    '401 with many words',
    statusAnswer(401, `${'no '.repeat(100)}\nno`),
    'unauthorized',
    'no no: renew the credentials of "prod" below kubernetes.clusterLocatorMethods',
  ],
  [
    'a redirect',
    plain(302, ''),
    'unauthorized',
    'answers 302: sends elsewhere, as a sign-in does: check url of "prod" below kubernetes.clusterLocatorMethods',
  ],
  [
    'a sign-in page',
    plain(200, PAGE, 'text/html'),
    'unauthorized',
    'answers 200 with a page, as a sign-in does, and no list: check url of "prod" below kubernetes.clusterLocatorMethods',
  ],
  ['a page without type', plain(200, PAGE, ''), 'unauthorized', 'with a page'],
  [
    '404 within a group',
    statusAnswer(404, 'the server could not find the requested resource'),
    'not-served',
    'answers 404: the server could not',
  ],
  [
    '404 for a whole group',
    plain(404, '404 page not found\n'),
    'not-served',
    'answers 404: page not found',
  ],
  [
    '404 for a route that Backstage does not have',
    plain(404, '', ''),
    'no-kubernetes-plugin',
    'the kubernetes plugin is not installed or not configured',
  ],
  [
    '404 of something between',
    plain(404, '<h1>nginx</h1>', 'text/html'),
    'rejected',
    'answers 404, and not as Kubernetes does: check url of "prod" below kubernetes.clusterLocatorMethods',
  ],
  [
    '429',
    statusAnswer(429, 'Too many requests, please try again later.'),
    'server-error',
    'answers 429: Too many requests',
  ],
  // These counted as rejected, as if the account might not list the kind.
  ['500 without words', statusAnswer(500), 'server-error', 'answers 500'],
  ['502 of a gateway', plain(502, PAGE), 'server-error', 'answers 502'],
  [
    '503 of an API server that starts',
    statusAnswer(503, 'apiserver not ready'),
    'server-error',
    'answers 503: apiserver not ready',
  ],
  [
    '400',
    statusAnswer(400, 'unable to parse requirement'),
    'rejected',
    'answers 400: unable to parse requirement',
  ],
  ['410 that is not Kubernetes', plain(410, 'gone'), 'rejected', 'answers 410'],
  [
    'another object',
    jsonAnswer(200, { kind: 'Pod', metadata: { name: 'fence' } }),
    'malformed',
    'answers 200 and no list of Kubernetes',
  ],
  [
    'a list without items',
    jsonAnswer(200, { kind: 'PodList' }),
    'malformed',
    'no list',
  ],
  [
    'items that are none',
    jsonAnswer(200, { kind: 'PodList', items: { a: 1 } }),
    'malformed',
    'no list',
  ],
  ['JSON that is no object', plain(200, '[]'), 'malformed', 'no list'],
  ['an empty body', plain(200, ''), 'malformed', 'no list'],
  ['204', plain(204, ''), 'malformed', 'answers 204 and no list of Kubernetes'],
  [
    'a token that fits into no URL',
    listAnswer([], { next: 'x'.repeat(5_000) }),
    'malformed',
    'no list',
  ],
  [
    'a list that was cut',
    { ...plain(200, '{"kind":"PodList"', 'application/json'), truncated: true },
    'malformed',
    'its list is larger than the portal reads',
  ],
  [
    'a cluster that Backstage does not know',
    portalErrorAnswer(404, {
      name: 'NotFoundError',
      message: "Cluster 'prod' not found",
    }),
    'unknown-cluster',
    'Backstage\'s kubernetes config has no cluster "prod"',
  ],
  [
    'a portal that refuses the portal',
    portalErrorAnswer(401, {
      name: 'AuthenticationError',
      message: 'Bad token',
    }),
    'no-kubernetes-plugin',
    'the kubernetes plugin answers 401: Bad token',
  ],
  [
    'a plugin that has not started',
    portalErrorAnswer(503, {
      name: 'ServiceUnavailableError',
      message: 'Service has not started up yet',
    }),
    'no-kubernetes-plugin',
    'the kubernetes plugin answers 503: Service has not started up yet',
  ],
  [
    'refused',
    requestErrorAnswer('ECONNREFUSED'),
    'unreachable',
    'the connection was refused',
  ],
  [
    'reset',
    requestErrorAnswer('ECONNRESET'),
    'unreachable',
    'the connection was reset',
  ],
  [
    'no name',
    requestErrorAnswer('ENOTFOUND'),
    'unreachable',
    'the name does not resolve',
  ],
  [
    'an odd code',
    requestErrorAnswer('ECONFUSED'),
    'unreachable',
    'the connection failed',
  ],
  ['no code', requestErrorAnswer(), 'unreachable', 'the connection failed'],
  [
    'slow to connect',
    requestErrorAnswer('ETIMEDOUT'),
    'timeout',
    'the connection timed out',
  ],
  [
    'another authority',
    requestErrorAnswer('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
    'tls',
    'the certificate comes from an authority that the portal does not trust: set caData or caFile of "prod" below kubernetes.clusterLocatorMethods',
  ],
  [
    'an old certificate',
    requestErrorAnswer('CERT_HAS_EXPIRED'),
    'tls',
    'the certificate has expired: renew it at the API server of "prod"',
  ],
  [
    'no HTTP',
    requestErrorAnswer('HPE_INVALID_CONSTANT'),
    'malformed',
    'the answer is not HTTP',
  ],
];

describe('classifyAnswer', () => {
  it.each(FAILURES)('knows %s', (_label, answer, failure, detail) => {
    expect(classifyAnswer(answer, 'prod')).toEqual({
      state: 'failed',
      failure,
      detail: expect.stringContaining(detail),
    });
  });

  it('reads a page and its token', () => {
    expect(classifyAnswer(listAnswer(['a'], { next: 'abc' }), 'prod')).toEqual({
      state: 'page',
      items: [{ metadata: { name: 'a', namespace: 'heart' } }],
      next: 'abc',
    });
  });

  it('reads the last page, and one whose items were never filled', () => {
    expect(classifyAnswer(listAnswer([]), 'prod')).toEqual({
      state: 'page',
      items: [],
    });
    const empty = { kind: 'PodList', items: null, metadata: { continue: '' } };
    expect(classifyAnswer(jsonAnswer(200, empty), 'prod')).toEqual({
      state: 'page',
      items: [],
    });
  });

  it('tells pages that are too old to go on from', () => {
    const answer = statusAnswer(
      410,
      'The provided continue parameter is too old',
    );
    expect(classifyAnswer(answer, 'prod')).toMatchObject({
      state: 'expired',
      failure: 'rejected',
    });
  });
});
