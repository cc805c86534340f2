import { mockServices } from '@backstage/backend-test-utils';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { ProxyClusterClient } from '@gen3-csoc/backstage-plugin-gen3-node';
import { generateFleet, type Simulator, startSimulator } from 'fleet-simulator';
import {
  type KubernetesProxy,
  startKubernetesProxy,
} from './__testUtils__/startKubernetesProxy';
import {
  type PolicyRule,
  readClusterRole,
} from './__testUtils__/readClusterRole';
import { createInsideChecks } from './createInsideChecks';

const TOKEN = 'gen3-csoc-reader';
/** Without these there is nothing that Certificates and NetworkPolicies say of it. */
const commons = {
  ...generateFleet({ commons: 1 })[0],
  certManager: true,
  netPolicy: true,
};
const { hostname, cluster = '', namespace = '' } = commons;

describe('the checks of the inside, with exactly the rights of the guide', () => {
  const role = readClusterRole();
  let simulator: Simulator;
  let proxy: KubernetesProxy;

  const start = async (rules: PolicyRule[]) => {
    simulator = await startSimulator({
      commons: [commons],
      roles: { [TOKEN]: rules },
    });
    proxy = await startKubernetesProxy({ simulator, token: TOKEN });
  };
  afterEach(async () => {
    await proxy.stop();
    await simulator.close();
  });

  const runAll = async () => {
    const checks = createInsideChecks({
      client: ProxyClusterClient.create({
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => proxy.baseUrl,
        }),
        auth: mockServices.auth(),
      }),
      registry: createServiceRegistry(),
      now: Date.now,
      target: {
        entityRef: `system:default/${hostname}`,
        hostname,
        baseUrl: `https://${hostname}`,
        services: [...commons.services.keys()],
        frontendRoot: 'portal',
        kubernetes: { cluster, namespace },
      },
    });
    const { signal } = new AbortController();
    return Promise.all(checks.map(check => check.run({ signal })));
  };

  it('find everything of a healthy commons well', async () => {
    await start(role);
    const results = await runAll();
    expect(results.map(({ checkId }) => checkId)).toEqual(
      expect.arrayContaining([
        'inside:argocd',
        'inside:external-secrets',
        'inside:ingress',
        'inside:network-policies',
        'inside:nodes',
        'inside:pods',
        'inside:quota',
        'inside:volumes',
        'inside:deployments:fence',
        'inside:jobs:fence',
      ]),
    );
    expect(results.filter(({ outcome }) => outcome !== 'up')).toEqual([]);
  });

  it.each([
    [
      { quotaUsedUp: true as const },
      'inside:quota',
      'quota-used-up',
      /^is used up: limits\.memory of gen3-quota \((\d+Gi|\d+Mi) of \1\)$/,
    ],
    [
      { isolated: true as const },
      'inside:network-policies',
      'isolated',
      /^do not let users in to revproxy: allow-nothing-netpolicy, gen3job-in-netpolicy, revproxy-ingress-netpolicy$/,
    ],
    [
      { certificateDays: 5 },
      'inside:ingress',
      'certificate-not-renewed',
      /^has a certificate that was not renewed and ends in .* \(gen3-certs\)$/,
    ],
    [
      { certificateDays: -1 },
      'inside:ingress',
      'certificate-not-renewed',
      /^has a certificate that was not renewed and has ended \(gen3-certs\)$/,
    ],
  ])('see %j', async (fault, id, cause, reason) => {
    await start(role);
    simulator.setFault(hostname, '*', fault);
    const results = await runAll();
    expect(results.filter(({ outcome }) => outcome !== 'up')).toMatchObject([
      {
        checkId: id,
        outcome: 'degraded',
        cause,
        reason: expect.stringMatching(reason),
      },
    ]);
  });

  it.each([
    ['applications', 'inside:argocd'],
    ['externalsecrets', 'inside:external-secrets'],
    ['ingresses', 'inside:ingress'],
    ['certificates', 'inside:ingress'],
    ['networkpolicies', 'inside:network-policies'],
    ['pods', 'inside:network-policies'],
    ['deployments', 'inside:network-policies'],
    ['nodes', 'inside:nodes'],
    ['pods', 'inside:pods'],
    ['statefulsets', 'inside:pods'],
    ['resourcequotas', 'inside:quota'],
    ['persistentvolumeclaims', 'inside:volumes'],
    ['deployments', 'inside:deployments:fence'],
    ['cronjobs', 'inside:jobs:fence'],
    ['jobs', 'inside:jobs:fence'],
  ])(
    'know nothing without the right to %s, and say so',
    async (resource, id) => {
      await start(
        role.map(rule => ({
          ...rule,
          resources: rule.resources.filter(each => each !== resource),
        })),
      );
      const results = await runAll();
      expect(results.find(({ checkId }) => checkId === id)).toMatchObject({
        outcome: 'unknown',
        cause: 'not-readable',
        reason: expect.stringContaining(`asked for ${resource}, answers 403`),
      });
    },
  );
});
