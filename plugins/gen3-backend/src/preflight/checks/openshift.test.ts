import { checkAnswers, checkValues } from '../__testUtils__/runCheck';
import { openshift } from './openshift';

const ROUTE = 'openshiftRoute: { enabled: true, host: heart.example.org }';
const SERVICES =
  'arborist audit etl fence hatchery indexd manifestservice metadata peregrine portal sheepdog wts'.split(
    ' ',
  );

function valuesWith(revproxy: string, port = 8000) {
  return [
    'global: { hostname: heart.example.org }',
    `revproxy: { ${revproxy} service: { targetPort: ${port} } }`,
    ...SERVICES.map(name => `${name}: { service: { targetPort: ${port} } }`),
  ].join('\n');
}

const RESOLVED = `nginx: { resolver: 172.30.0.10 }, ${ROUTE},`;

describe('openshift', () => {
  it('warns of a resolver that OpenShift does not have', () => {
    expect(
      checkValues(openshift, valuesWith(`${ROUTE},`)).findings,
    ).toMatchObject([
      { severity: 'warning', where: { key: 'revproxy.nginx.resolver' } },
    ]);
  });

  it('names services on ports for root', () => {
    expect(
      checkValues(openshift, valuesWith(RESOLVED, 80)).findings,
    ).toMatchObject([
      {
        severity: 'warning',
        what: expect.stringContaining('fence, hatchery, indexd'),
      },
    ]);
  });

  it('takes ports that the chart has by default', () => {
    const values = `global: { hostname: heart.example.org }\nrevproxy: { ${RESOLVED} }`;
    const named = (port: number) =>
      checkValues(openshift, values, {
        facts: {
          chart: {
            known: true,
            value: {
              revision: 'x',
              defaults: { fence: { service: { targetPort: port } } },
            },
          },
        },
      }).findings[0].what;
    expect(named(8000)).not.toContain('fence');
    expect(named(80)).toContain('fence');
  });

  it('warns of the namespace default', () => {
    expect(
      checkValues(openshift, valuesWith(RESOLVED), { namespace: 'default' })
        .findings,
    ).toMatchObject([{ what: expect.stringContaining('"default"') }]);
  });

  it.each([
    ['another host', 'host: gen3.apps-crc.testing'],
    ['no host', ''],
  ])('warns of a route for %s', (_, host) => {
    const revproxy = `nginx: { resolver: 172.30.0.10 }, openshiftRoute: { enabled: true, ${host} },`;
    expect(checkValues(openshift, valuesWith(revproxy)).findings).toMatchObject(
      [{ where: { key: 'revproxy.openshiftRoute.host' } }],
    );
  });

  it.each([
    ['an image for OpenShift', 'arborist: { image: { tag: openshift } }'],
    ['a job for OpenShift', 'wts: { oidc_job_openshift: true }'],
  ])('recognises %s', (_, values) => {
    expect(checkValues(openshift, values).outcome).toBe('found');
  });

  it('is content when all is set', () => {
    expect(checkValues(openshift, valuesWith(RESOLVED)).outcome).toBe('passed');
  });

  it('does not ask a commons elsewhere', () => {
    expect(checkValues(openshift, '{}').outcome).toBe('not-applicable');
    expect(checkAnswers(openshift, {}).outcome).toBe('not-applicable');
  });
});
