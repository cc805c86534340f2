import type { KubernetesObject } from '@gen3-csoc/backstage-plugin-gen3-node';
import {
  createFakeClusters,
  failedReading,
  type FakeCluster,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { minutesAgo, NOW } from './__testUtils__/kubernetesObjects';
import { createIngressCheck } from './ingress';

type Ingress = KubernetesObject<'ingresses'>;

function ingress(
  change: { host?: string; address?: boolean; spec?: Ingress['spec'] } = {},
): Ingress {
  const { host = 'heart.example', address = true, spec } = change;
  return {
    metadata: { name: 'revproxy-dev', ownerReferences: [] },
    spec: { rules: [{ host }], tls: [], ...spec },
    status: {
      loadBalancer: { ingress: address ? [{ ip: '192.0.2.1' }] : [] },
    },
  };
}

const withTls = (secretName: string) =>
  ingress({
    spec: {
      rules: [{ host: 'heart.example' }],
      tls: [{ hosts: ['heart.example'], secretName }],
    },
  });

const brokenCertificate: KubernetesObject<'certificates'> = {
  metadata: { name: 'gen3', ownerReferences: [] },
  spec: { secretName: 'gen3-certs' },
  status: {
    conditions: [
      {
        type: 'Ready',
        status: 'False',
        message: 'the order failed',
        lastTransitionTime: minutesAgo(60),
      },
    ],
  },
};

async function ask(cluster: FakeCluster) {
  const { signal } = new AbortController();
  const check = createIngressCheck({
    client: createFakeClusters(cluster),
    place: { cluster: 'east', namespace: 'heart' },
    hostname: 'heart.example',
    now: () => NOW,
  });
  return check.run({ signal });
}

const judge = (...ingresses: Ingress[]) =>
  ask({ ingresses: readingOf(...ingresses) });

describe('ingress', () => {
  it.each([
    ['for the hostname', ingress()],
    ['for any host', ingress({ host: '' })],
    ['with a wildcard for it', ingress({ host: '*.example' })],
    [
      'by default',
      ingress({ spec: { defaultBackend: {}, rules: [], tls: [] } }),
    ],
  ])('is up when an Ingress leads in %s', async (_, leading) => {
    expect(await judge(leading)).toMatchObject({
      outcome: 'up',
      reason: 'leads in (revproxy-dev)',
    });
  });

  it('does not know of another way in than an Ingress', async () => {
    expect(await judge()).toMatchObject({
      outcome: 'unknown',
      cause: 'not-visible',
    });
  });

  it.each([
    'lung.example',
    '*.heart.example',
    '*.deep.heart.example',
    'example',
  ])('warns when the only rule is for %s', async host => {
    expect(await judge(ingress({ host }))).toMatchObject({
      outcome: 'degraded',
      cause: 'no-ingress',
      reason: 'has no rule for heart.example',
    });
  });

  it('warns when the controller has given no address', async () => {
    expect(await judge(ingress({ address: false }))).toMatchObject({
      outcome: 'degraded',
      reason: 'has no address (revproxy-dev)',
    });
  });

  it('warns of the certificate that it uses, and of no other', async () => {
    const certificates = readingOf(brokenCertificate);
    expect(
      await ask({
        ingresses: readingOf(withTls('gen3-certs')),
        certificates,
      }),
    ).toMatchObject({
      outcome: 'degraded',
      cause: 'certificate-not-renewed',
      reason:
        'has a certificate that cert-manager could not issue (gen3: the order failed)',
    });
    expect(
      await ask({ ingresses: readingOf(withTls('other')), certificates }),
    ).toMatchObject({ outcome: 'up' });
  });

  it('is not green while the certificate that it uses cannot be read', async () => {
    const certificates = failedReading('forbidden', 'answers 403');
    expect(
      await ask({ ingresses: readingOf(withTls('gen3-certs')), certificates }),
    ).toMatchObject({ outcome: 'unknown', cause: 'not-readable' });
    expect(
      await ask({ ingresses: readingOf(ingress()), certificates }),
    ).toMatchObject({ outcome: 'up' });
  });

  it('leaves certificates to the outside where there is no cert-manager', async () => {
    expect(
      await ask({
        ingresses: readingOf(withTls('gen3-certs')),
        certificates: failedReading('not-served', 'has none'),
      }),
    ).toMatchObject({ outcome: 'up' });
  });
});
