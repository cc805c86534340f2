import {
  ask,
  askList,
  createClusterCommons,
  createClusters,
  NOW,
} from '../../__testUtils__/askCluster';

const ONE = 'namespaces/heart';
const QUOTA = `/api/v1/${ONE}/resourcequotas/gen3-quota`;
const POLICIES = `/apis/networking.k8s.io/v1/${ONE}/networkpolicies`;
const CERTIFICATES = `/apis/cert-manager.io/v1/${ONE}/certificates`;

const commons = createClusterCommons({
  services: ['revproxy', 'fence', 'arborist'],
  certManager: true,
  netPolicy: true,
});

const withFault = (fault: object, service: string = '*', more: object = {}) =>
  createClusters({
    commons: [commons],
    faults: [{ hostname: 'heart.example', service, fault }],
    ...more,
  });

describe('the quota of a namespace', () => {
  it('says what its pods take that have not ended', () => {
    const clusters = withFault({});
    const inUse = askList(
      clusters,
      `/api/v1/${ONE}/pods?fieldSelector=status.phase%3DRunning`,
    ).items.length;

    expect(inUse).toBeGreaterThan(3);
    expect(ask(clusters, QUOTA).body).toMatchObject({
      status: { used: { pods: String(inUse) } },
    });
  });

  it('follows the pods', () => {
    const [usual, more] = [{}, { replicas: 5 }].map(fault =>
      ask(withFault(fault, 'fence'), QUOTA),
    );

    expect(usual.body).toMatchObject({
      status: { used: { 'limits.memory': '2Gi', pods: '4' } },
    });
    expect(more.body).toMatchObject({
      status: { used: { 'limits.memory': '4Gi', pods: '8' } },
    });
  });

  it('leaves no memory when it is used up', () => {
    expect(ask(withFault({ quotaUsedUp: true }), QUOTA).body).toMatchObject({
      spec: { hard: { 'limits.memory': '2Gi' } },
      status: {
        hard: { 'limits.memory': '2Gi', pods: '250' },
        used: { 'limits.memory': '2Gi', pods: '4' },
      },
    });
  });
});

describe('the network policies of a namespace', () => {
  it('open what they have forbidden before', () => {
    expect(askList(withFault({}), POLICIES).names).toEqual([
      'allow-nothing-netpolicy',
      'allowdns-netpolicy',
      'auth-egress-netpolicy',
      'auth-ingress-netpolicy',
      'gen3job-in-netpolicy',
      'gen3job-netpolicy',
      'public-egress-to-netpolicy',
      'public-ingress-to-netpolicy',
      'revproxy-egress-netpolicy',
      'revproxy-ingress-netpolicy',
      'revproxy-netpolicy',
    ]);
  });

  it('are not there unless the values say so', () => {
    expect(askList(createClusters(), POLICIES).names).toEqual([]);
  });

  // All but the one that forbids everything were gone, as they never are: the portal took any other for a way in.
  it.each([true, false])(
    'open no way of users when it is isolated (with policies before: %s)',
    netPolicy => {
      const clusters = withFault({ isolated: true }, '*', {
        commons: [{ ...commons, netPolicy }],
      });

      expect(askList(clusters, POLICIES).names).toEqual([
        'allow-nothing-netpolicy',
        'allowdns-netpolicy',
        'gen3job-in-netpolicy',
        'gen3job-netpolicy',
        'revproxy-egress-netpolicy',
        'revproxy-ingress-netpolicy',
      ]);
    },
  );
});

describe('the certificate of the way in', () => {
  it('is there where cert-manager issues it, and has long to go', () => {
    const clusters = withFault({});

    expect(
      ask(clusters, `/apis/networking.k8s.io/v1/${ONE}/ingresses/revproxy`)
        .body,
    ).toMatchObject({
      spec: { tls: [{ hosts: ['heart.example'], secretName: 'gen3-certs' }] },
    });
    const [certificate] = askList(clusters, CERTIFICATES).items;
    expect(certificate).toMatchObject({
      spec: { secretName: 'gen3-certs', dnsNames: ['heart.example'] },
      status: { conditions: [{ type: 'Ready', status: 'True' }] },
    });
    expect(Object(certificate.status).renewalTime > NOW.toISOString()).toBe(
      true,
    );
  });

  it('is not there behind a load balancer of AWS', () => {
    const clusters = createClusters();

    expect(askList(clusters, CERTIFICATES).names).toEqual([]);
    expect(
      askList(clusters, `/apis/networking.k8s.io/v1/${ONE}/ingresses`).names,
    ).toEqual(['revproxy-alb']);
  });

  it('is of a kind that an old cluster does not serve', () => {
    const clusters = createClusters({ commons: [commons], version: '1.20' });

    expect(ask(clusters, CERTIFICATES).status).toBe(404);
    expect(
      askList(clusters, `/apis/networking.k8s.io/v1/${ONE}/ingresses`).names,
    ).toEqual(['revproxy-alb']);
  });

  it.each([
    [5, '2026-11-27T10:07:00Z', { status: 'True', reason: 'Ready' }],
    [
      -1,
      '2026-11-21T10:07:00Z',
      {
        status: 'False',
        reason: 'Expired',
        message: 'Certificate expired on Sat, 21 Nov 2026 10:07:00 UTC',
      },
    ],
  ])(
    'ends when the one does that users see, in %i days',
    (certificateDays, notAfter, condition) => {
      for (const service of ['*', 'revproxy']) {
        const [certificate] = askList(
          withFault({ certificateDays }, service),
          CERTIFICATES,
        ).items;

        expect(certificate).toMatchObject({
          status: { notAfter, conditions: [condition] },
        });
      }
    },
  );
});
