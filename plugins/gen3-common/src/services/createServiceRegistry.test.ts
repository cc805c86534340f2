import { createServiceRegistry } from './createServiceRegistry';
import { gen3ServiceSchema } from './gen3ServiceSchema';
import { probesOf } from './probesOf';

const smallest = {
  name: 'variant-browser',
  title: 'Variant browser',
  probe: { path: '/variants/_status' },
};

const custom = (overrides: object = {}) =>
  gen3ServiceSchema.parse({ ...smallest, ...overrides });

describe('createServiceRegistry', () => {
  it('finds services by name and by the name of cloud-automation', () => {
    const registry = createServiceRegistry();
    expect(registry.get('fence')?.title).toBe('Fence');
    expect(registry.get('audit-service')).toBeUndefined();
    expect(registry.byLegacyName('audit-service')?.name).toBe('audit');
    expect(registry.byLegacyName('spark')?.name).toBe('etl');
    expect(registry.byLegacyName('cedar-wrapper')?.name).toBe('cedar');
    expect(registry.byLegacyName('fence')?.name).toBe('fence');
    expect(registry.byLegacyName('fluentd')).toBeUndefined();
    expect(registry.get('constructor')).toBeUndefined();
    expect(registry.enabledByDefault()).toHaveLength(14);
  });

  it("takes an organisation's own service in", () => {
    const registry = createServiceRegistry({
      custom: [custom({ enabledByDefault: true, dependsOn: ['guppy'] })],
    });
    expect(registry.get('variant-browser')).toEqual({
      name: 'variant-browser',
      title: 'Variant browser',
      description: 'Variant browser',
      bundle: 'other',
      enabledByDefault: true,
      critical: false,
      dependsOn: ['guppy'],
      journeys: [],
      offers: [],
      probes: [{ path: '/variants/_status', body: { kind: 'not-html' } }],
      deployments: ['variant-browser-deployment'],
      kubernetesServices: ['variant-browser-service'],
      podSelector: 'app=variant-browser',
      jobs: [],
      database: false,
    });
    expect(registry.all().at(-1)?.name).toBe('variant-browser');
    expect(registry.enabledByDefault()).toHaveLength(15);
  });

  it.each<[string, object, string]>([
    [
      'name',
      { name: 'fence' },
      'Two services are called "fence": "Fence" and "Variant browser"',
    ],
    [
      'legacy name',
      { legacyNames: ['tube'] },
      'Two services are called "tube": "ETL" and "Variant browser"',
    ],
    [
      'dependency',
      { dependsOn: ['gupy'] },
      'Service "variant-browser" depends on "gupy", which is not a service',
    ],
  ])('rejects a %s that is wrong', (_label, overrides, message) => {
    expect(() =>
      createServiceRegistry({ custom: [custom(overrides)] }),
    ).toThrow(message);
  });
});

describe('gen3ServiceSchema', () => {
  it.each<[string, unknown, string, string]>([
    [
      'a missing probe',
      { name: 'a', title: 'A' },
      'probe',
      'set probe.path to a path that answers without a log-in, or whyNoProbe',
    ],
    [
      'probes in two places',
      { ...smallest, probes: [smallest.probe] },
      'probes',
      'stands beside probe: put all into probes',
    ],
    [
      'probes that cannot be told apart',
      { name: 'a', title: 'A', probes: [smallest.probe, smallest.probe] },
      'probes',
      'must have an id each, all different; one may have none',
    ],
    [
      'a probe that is no path',
      { ...smallest, probe: { path: 'https://a.example/x' } },
      'probe.path',
      'must be a path that starts with "/"',
    ],
    [
      'a name that is none',
      { ...smallest, name: 'My Service' },
      'name',
      'lower-case letters, digits and dashes',
    ],
    [
      'an unknown key',
      { ...smallest, colour: 'red' },
      '',
      'Unrecognized key: "colour"',
    ],
    [
      'an unknown journey',
      { ...smallest, journeys: ['fly'] },
      'journeys.0',
      'expected one of',
    ],
    [
      'an offer that is no journey of it',
      { ...smallest, offers: ['search'] },
      'offers',
      'names "search", which is not in journeys',
    ],
    [
      'a version that is told apart from no other',
      { ...smallest, version: { id: 'v', path: '/variants/_version' } },
      'version',
      'Unrecognized key: "id"',
    ],
    [
      'a path behind a log-in that is a URL',
      { ...smallest, gatedPath: 'https://a.example/x' },
      'gatedPath',
      'must be a path that starts with "/"',
    ],
    ['a list', [], '', 'expected object'],
  ])('explains %s', (_label, value, path, message) => {
    const issues = gen3ServiceSchema.safeParse(value).error?.issues ?? [];
    expect(issues.map(issue => issue.path.join('.'))).toContain(path);
    expect(issues.map(issue => issue.message).join('\n')).toContain(message);
  });

  it('takes several probes, also other ones at the root of gen3ff', () => {
    const deep = {
      id: 'deep',
      path: '/variants/deep',
      body: { kind: 'json-object', filled: ['variants'] },
    };
    const parsed = custom({
      probe: undefined,
      probes: [smallest.probe, deep],
      probeAtGen3ffRoot: { path: '/ff/variants/_status' },
    });
    expect(probesOf(parsed).map(({ id, path }) => [id, path])).toEqual([
      [undefined, '/variants/_status'],
      ['deep', '/variants/deep'],
    ]);
    expect(probesOf(parsed, 'gen3ff')).toEqual([
      { path: '/ff/variants/_status', body: { kind: 'not-html' } },
    ]);
  });

  it('takes a job that the service needs, with its other names', () => {
    const job = {
      name: 'nightly-cronjob',
      kind: 'CronJob',
      schedule: '0 3 * * *',
      needed: true,
      legacyNames: ['nightly'],
      title: 'Nightly',
    };
    expect(custom({ jobs: [job] }).jobs).toEqual([job]);
  });

  it('takes a service that cannot be asked from outside, and where it is behind a log-in', () => {
    expect(
      gen3ServiceSchema.parse({
        name: 'batch',
        title: 'Batch',
        whyNoProbe: 'It asks for a log-in.',
        gatedPath: '/batch/_status',
        deployments: [],
      }),
    ).toMatchObject({
      whyNoProbe: 'It asks for a log-in.',
      gatedPath: '/batch/_status',
      deployments: [],
    });
  });

  it.each<[string, object, object]>([
    [
      'anything but a page, unless it is told more',
      { path: '/variants/_version' },
      { path: '/variants/_version', body: { kind: 'not-html' } },
    ],
    [
      'what it is told',
      { path: '/variants/version', status: 201, body: { kind: 'json-string' } },
      { path: '/variants/version', status: 201, body: { kind: 'json-string' } },
    ],
  ])('takes for a version %s', (_label, version, expected) => {
    expect(custom({ version }).version).toEqual(expected);
  });
});
