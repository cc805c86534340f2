import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  createFakeClusters,
  type FakeCluster,
  readingOf,
} from '../__testUtils__/createFakeClusters';
import {
  certificateFacts,
  createFakeClient,
  type FakeAnswer,
  type FakeClient,
  NOW,
  upstreamError,
} from './__testUtils__/createFakeClient';
import { createChecks } from './createChecks';
import {
  container,
  deployment,
  minutesAgo,
  NOW as INSIDE_NOW,
  pod,
} from './inside/__testUtils__/kubernetesObjects';
import type { CommonsTarget } from './types';

const HEALTHY = {
  '/': { body: '<!doctype html><html></html>' },
  '/user/_status': { body: 'Healthy' },
  '/user/jwt/keys': { body: '{"keys":[["key-01","PEM"]]}' },
  '/user/.well-known/openid-configuration': {
    body: '{"issuer":"https://heart.example/user"}',
  },
  '/authz/mapping': { body: '{}' },
  '/index/_status': { body: 'Healthy' },
};

const target: CommonsTarget = {
  entityRef: 'system:default/heart.example',
  hostname: 'heart.example',
  baseUrl: 'https://heart.example',
  services: ['arborist', 'fence', 'indexd', 'portal', 'sower', 'unheard-of'],
  frontendRoot: 'portal',
};

const logger = mockServices.logger.mock();

function checksOf(client: FakeClient, of: Partial<CommonsTarget> = {}) {
  return createChecks({
    client,
    clusters: createFakeClusters(),
    registry: createServiceRegistry(),
    logger,
    now: () => NOW,
  }).for({ ...target, ...of });
}

async function runAll(client: FakeClient, of?: Partial<CommonsTarget>) {
  const { signal } = new AbortController();
  const results = await Promise.all(
    checksOf(client, of).map(check => check.run({ signal })),
  );
  return new Map(results.map(result => [result.checkId, result]));
}

const outcomes = (results: Awaited<ReturnType<typeof runAll>>) =>
  Object.fromEntries(
    [...results].map(([id, { outcome, cause }]) => [id, `${outcome} ${cause}`]),
  );

describe('createChecks', () => {
  it('asks a healthy commons everything that it declares and that can be asked, each path once', async () => {
    const client = createFakeClient({ answers: HEALTHY });
    const results = await runAll(client);
    expect(outcomes(results)).toEqual({
      tls: 'up ok',
      maintenance: 'up ok',
      issuer: 'up ok',
      'http:arborist': 'up ok',
      'http:fence': 'up ok',
      'http:fence:jwt-keys': 'up ok',
      'http:indexd': 'up ok',
      'http:portal': 'up ok',
    });
    expect([...client.asked].sort()).toEqual([
      '/',
      '/authz/mapping',
      '/index/_status',
      '/user/.well-known/openid-configuration',
      '/user/_status',
      '/user/jwt/keys',
      'certificate',
    ]);
  });

  it('keeps evidence that is small, and says when', async () => {
    const client = createFakeClient({ answers: HEALTHY });
    const results = await runAll(client);
    expect(results.get('http:fence')).toEqual({
      checkId: 'http:fence',
      service: 'fence',
      outcome: 'up',
      cause: 'ok',
      reason: 'answers as expected',
      evidence: {
        url: 'https://heart.example/user/_status',
        httpStatus: 200,
        excerpt: 'Healthy',
      },
      latencyMs: 12,
      checkedAt: '2026-07-15T12:00:00.000Z',
    });
    expect(results.get('tls')?.evidence.details).toMatchObject({
      validTo: '2026-09-13T12:00:00.000Z',
      issuer: 'CN=Test CA',
    });
  });

  it('asks a new round anew', async () => {
    const client = createFakeClient({ answers: HEALTHY });
    await runAll(client);
    const once = client.asked.length;
    await runAll(client);
    expect(client.asked).toHaveLength(2 * once);
  });

  it('asks the front ends where they are', async () => {
    const client = createFakeClient({});
    const services = ['portal', 'frontend-framework'];
    await runAll(client, { services, frontendRoot: 'gen3ff' });
    expect(client.asked).toContain('/portal/');
    expect(client.asked).not.toContain('/ff');
    expect(client.asked).not.toContain(
      '/user/.well-known/openid-configuration',
    );
  });

  it('asks a service with several probes all of them, each with evidence of its own', async () => {
    const client = createFakeClient({
      answers: { ...HEALTHY, '/user/jwt/keys': { body: '{"keys":[]}' } },
    });
    const results = await runAll(client);
    expect(results.get('http:fence')).toMatchObject({ outcome: 'up' });
    expect(results.get('http:fence:jwt-keys')).toMatchObject({
      service: 'fence',
      outcome: 'degraded',
      cause: 'unexpected-body',
      reason: 'answers 200 with JSON whose "keys" is empty',
      evidence: { url: 'https://heart.example/user/jwt/keys' },
    });
  });

  it('is not fooled by a front end that answers for a missing service', async () => {
    const client = createFakeClient({
      answers: { ...HEALTHY, '/index/_status': HEALTHY['/'] },
    });
    expect(outcomes(await runAll(client))).toMatchObject({
      'http:indexd': 'down unexpected-body',
      'http:fence': 'up ok',
    });
  });

  it('is not fooled by a front end that answers with its page for a missing page', async () => {
    const client = createFakeClient({
      answers: {
        ...HEALTHY,
        '/ohif-viewer/': HEALTHY['/'],
        '/ohdsi-atlas/': { body: '<!doctype html><title>Atlas</title>' },
      },
    });
    const services = ['portal', 'ohif-viewer', 'ohdsi-atlas'];
    expect(outcomes(await runAll(client, { services }))).toMatchObject({
      'http:portal': 'up ok',
      'http:ohif-viewer': 'down unexpected-body',
      'http:ohdsi-atlas': 'up ok',
    });
    expect(client.asked.filter(path => path === '/')).toHaveLength(1);
  });

  it.each([
    ['that answers 500', { status: 500 }],
    ['that cannot be read', upstreamError('timeout')],
  ])('judges a page by itself beside a front page %s', async (_label, root) => {
    const client = createFakeClient({
      answers: { '/': root, '/ohif-viewer/': HEALTHY['/'] },
    });
    const results = await runAll(client, { services: ['ohif-viewer'] });
    expect(outcomes(results)).toMatchObject({ 'http:ohif-viewer': 'up ok' });
  });

  describe('the issuer', () => {
    const PATH = '/user/.well-known/openid-configuration';
    const judge = async (answers: Record<string, FakeAnswer>) => {
      const client = createFakeClient({ answers: { ...HEALTHY, ...answers } });
      return outcomes(await runAll(client)).issuer;
    };

    it('is degraded when fence is well and yet does not say it', async () => {
      // It was unknown for ever, and the commons with it.
      expect(await judge({ [PATH]: { status: 404 } })).toBe(
        'degraded http-status',
      );
      expect(await judge({ [PATH]: HEALTHY['/'] })).toBe(
        'degraded unexpected-body',
      );
    });

    it.each<[string, FakeAnswer]>([
      ['answers 500', { status: 500 }],
      ['does not answer', upstreamError('timeout')],
      ['is blocked', { status: 403 }],
    ])('is unknown when fence itself %s', async (_label, status) => {
      const answers = { [PATH]: { status: 500 }, '/user/_status': status };
      expect(await judge(answers)).toBe('unknown http-status');
    });

    it('is wrong even when fence says nothing else', async () => {
      const body = '{"issuer":"https://lung.example/user"}';
      const answers = { [PATH]: { body }, '/user/_status': { status: 500 } };
      expect(await judge(answers)).toBe('degraded wrong-issuer');
    });
  });

  it('sees maintenance mode, once for all who ask the front page', async () => {
    const location = '/dashboard/Public/maintenance-page/index.html';
    const client = createFakeClient({
      answers: { ...HEALTHY, '/': { status: 302, headers: { location } } },
    });
    expect(outcomes(await runAll(client))).toMatchObject({
      maintenance: 'degraded maintenance',
      'http:portal': 'unknown maintenance',
      'http:fence': 'up ok',
    });
  });

  it.each([
    ['dns', 'ENOTFOUND', 'down', 'unknown'],
    ['dns', 'EAI_AGAIN', 'unknown', 'unknown'],
    ['unreachable', 'ECONNREFUSED', 'down', 'unknown'],
    ['timeout', undefined, 'down', 'unknown'],
    ['tls', 'EPROTO', 'down', 'down'],
    ['refused-address', undefined, 'unknown', 'unknown'],
  ] as const)(
    'does not ask a host that is gone (%s, %s) once per service',
    async (cause, code, services, certificate) => {
      const client = createFakeClient({
        certificate: upstreamError(cause, { code }),
        answers: HEALTHY,
      });
      const results = await runAll(client);
      expect(outcomes(results)).toEqual({
        tls: `${certificate} ${cause}`,
        maintenance: `unknown ${cause}`,
        issuer: `unknown ${cause}`,
        'http:arborist': `${services} ${cause}`,
        'http:fence': `${services} ${cause}`,
        'http:fence:jwt-keys': `${services} ${cause}`,
        'http:indexd': `${services} ${cause}`,
        'http:portal': `${services} ${cause}`,
      });
      expect(client.asked).toEqual(['certificate']);
    },
  );

  it('asks a commons of which some paths fail for all others', async () => {
    const client = createFakeClient({
      answers: { ...HEALTHY, '/index/_status': upstreamError('timeout') },
    });
    expect(outcomes(await runAll(client))).toMatchObject({
      'http:indexd': 'down timeout',
      'http:arborist': 'up ok',
      'http:fence': 'up ok',
    });
  });

  it('asks behind a certificate that is not trusted, for the evidence', async () => {
    const client = createFakeClient({
      certificate: certificateFacts(60, {
        authorized: false,
        authorizationError: 'ERR_TLS_CERT_ALTNAME_INVALID',
      }),
      answers: { '/user/_status': upstreamError('tls') },
    });
    expect(outcomes(await runAll(client))).toMatchObject({
      tls: 'down tls',
      'http:fence': 'down tls',
    });
  });

  describe('time', () => {
    const run = async (options: {
      latencyMs: number;
      elapsedMs: number;
    }): Promise<FakeClient['timeouts']> => {
      const { latencyMs, elapsedMs } = options;
      const fake = createFakeClient({
        certificate: certificateFacts(60, { latencyMs }),
        answers: HEALTHY,
      });
      let time = NOW;
      const client: FakeClient = {
        ...fake,
        async inspectCertificate(request) {
          time += elapsedMs;
          return fake.inspectCertificate(request);
        },
      };
      const checks = createChecks({
        client,
        clusters: createFakeClusters(),
        registry: createServiceRegistry(),
        logger,
        now: () => time,
        timeoutMs: 4000,
      }).for({ ...target, services: ['fence'] });
      const fence = checks.find(({ id }) => id === 'http:fence');
      await fence?.run({ signal: new AbortController().signal });
      return client.timeouts;
    };

    it('gives the handshake half of the time and the question the rest', async () => {
      expect(await run({ latencyMs: 0, elapsedMs: 0 })).toEqual([2000, 3800]);
      expect(await run({ latencyMs: 1900, elapsedMs: 1900 })).toEqual([
        2000, 1900,
      ]);
    });

    it('does not charge what was waited for a turn', async () => {
      // It did, and a question that came after a long wait was given 1 ms, which made the commons down.
      expect(await run({ latencyMs: 100, elapsedMs: 60_000 })).toEqual([
        2000, 3700,
      ]);
    });
  });

  it('keeps from round to round how often pods have restarted', async () => {
    // The mean over the month that the pod is old hid it.
    const restarted = (restartCount: number) => {
      const lastState = { terminated: { finishedAt: minutesAgo(1) } };
      const startTime = minutesAgo(30 * 24 * 60);
      const containerStatuses = [container({ restartCount, lastState })];
      return readingOf(pod({ status: { startTime, containerStatuses } }));
    };
    const cluster: FakeCluster = {
      deployments: readingOf(
        deployment(),
        deployment({ name: 'presigned-url-fence-deployment' }),
      ),
    };
    const checks = createChecks({
      client: createFakeClient({}),
      clusters: createFakeClusters(cluster),
      registry: createServiceRegistry(),
      logger,
      now: () => INSIDE_NOW,
    });
    const kubernetes = { cluster: 'east', namespace: 'heart' };
    const runRound = (restartCount: number) => {
      cluster.pods = restarted(restartCount);
      return checks
        .for({ ...target, kubernetes })
        .find(({ id }) => id === 'inside:deployments:fence')
        ?.run({ signal: new AbortController().signal });
    };
    expect(await runRound(1)).toMatchObject({ outcome: 'up' });
    expect(await runRound(21)).toMatchObject({
      outcome: 'degraded',
      cause: 'restarting',
      reason: 'has 1 of 1 pods ready, but fence-1 restarts 20 times an hour',
    });
  });

  it('settles as cancelled when its signal aborts, and does not pass that on to the next who asks', async () => {
    const client = createFakeClient({ certificate: 'hang' });
    const [tls] = checksOf(client);
    const controller = new AbortController();
    const first = tls.run({ signal: controller.signal });
    controller.abort();
    expect(await first).toMatchObject({
      outcome: 'unknown',
      cause: 'cancelled',
    });
    const second = tls.run({ signal: controller.signal });
    expect(client.asked).toEqual(['certificate', 'certificate']);
    second.catch(() => {});
  });

  it('does not take a mistake of its own for a failure of the commons, and logs it once', async () => {
    const client = createFakeClient({ certificate: new Error('a mistake') });
    const { signal } = new AbortController();
    const results = await Promise.allSettled(
      checksOf(client).map(check => check.run({ signal })),
    );
    expect(results).toHaveLength(8);
    for (const result of results) {
      expect(result).toMatchObject({ reason: new Error('a mistake') });
    }
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      'Check failed by a mistake of the portal',
      {
        hostname: 'heart.example',
        checkId: 'tls',
        error: expect.stringContaining('a mistake'),
      },
    );
  });

  it('reads long JSON, and does not guess when it is too long', async () => {
    const client = createFakeClient({
      answers: {
        ...HEALTHY,
        '/authz/mapping': { body: '{"/programs": [', truncated: true },
      },
    });
    expect(outcomes(await runAll(client))).toMatchObject({
      'http:arborist': 'unknown too-large',
    });
  });
});
