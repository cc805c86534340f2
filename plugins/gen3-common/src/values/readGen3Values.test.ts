import { createServiceRegistry } from '../services/createServiceRegistry';
import { gen3ServiceSchema } from '../services/gen3ServiceSchema';
import { mergeValues } from './mergeValues';
import { readGen3Values } from './readGen3Values';

const registry = createServiceRegistry();

const read = (values: unknown) =>
  readGen3Values(mergeValues([values]), registry);

const namesOf = (values: unknown) =>
  read(values).services.map(({ name }) => name);

const DEFAULTS = registry
  .enabledByDefault()
  .map(({ name }) => name)
  .sort();

describe('readGen3Values', () => {
  it('reads empty values as the chart does', () => {
    expect(read({})).toEqual({
      hostname: undefined,
      environment: undefined,
      services: DEFAULTS.map(name => ({ name })),
      dictionaryUrl: undefined,
      frontendRoot: 'portal',
      meshMembers: [],
      dev: true,
      findings: [],
    });
  });

  // PostgreSQL has no NUL: an entity with one in it cannot be stored.
  it('takes no text with control characters', () => {
    const declared = read({
      global: { environment: 'heart\0prod' },
      fence: { image: { tag: '2026.08\n' } },
    });
    expect(declared.environment).toBeUndefined();
    expect(declared.services).toContainEqual({ name: 'fence' });
    expect(declared.findings).toMatchObject([
      { code: 'value-wrong-type', key: 'fence.image.tag' },
      { code: 'value-wrong-type', key: 'global.environment' },
    ]);
  });

  it('reads what a production commons says', () => {
    const declared = read({
      global: {
        hostname: 'heart.example',
        environment: 'heartprod',
        dev: false,
        frontendRoot: 'gen3ff',
        dictionaryUrl: 'https://dictionaries.example/heart/1.0/schema.json',
        postgres: { master: { password: 'do-not-carry-me' } },
      },
      fence: {
        image: { tag: '2026.07' },
        FENCE_CONFIG: { DB: 'do-not-carry-me' },
      },
      audit: { enabled: false },
      guppy: { enabled: true, image: { tag: '2026.06' } },
      etl: { image: { tube: { tag: '2026.05' }, spark: { tag: '2026.04' } } },
      'gen3-workflow': { enabled: true },
    });
    expect(declared).toMatchObject({
      hostname: 'heart.example',
      environment: 'heartprod',
      dev: false,
      frontendRoot: 'gen3ff',
      dictionaryUrl: 'https://dictionaries.example/heart/1.0/schema.json',
      findings: [],
    });
    expect(declared.services).toEqual(
      [
        ...DEFAULTS.filter(
          name => !['audit', 'fence', 'etl'].includes(name),
        ).map(name => ({ name })),
        { name: 'etl', imageTag: '2026.05' },
        { name: 'fence', imageTag: '2026.07' },
        { name: 'funnel' },
        { name: 'gen3-workflow' },
        { name: 'guppy', imageTag: '2026.06' },
      ].sort((a, b) => (a.name < b.name ? -1 : 1)),
    );
    expect(JSON.stringify(declared)).not.toContain('do-not-carry-me');
  });

  it("reads an organisation's own service like any other", () => {
    const custom = gen3ServiceSchema.parse({
      name: 'variant-browser',
      title: 'Variant browser',
      probe: { path: '/variants/_status' },
    });
    const { services } = readGen3Values(
      { 'variant-browser': { enabled: true, image: { tag: '1.2.3' } } },
      createServiceRegistry({ custom: [custom] }),
    );
    expect(services).toContainEqual({
      name: 'variant-browser',
      imageTag: '1.2.3',
    });
  });

  it('takes a switch that is no boolean as Helm does: on, with a finding', () => {
    const declared = read({ guppy: { enabled: 'no' } });
    expect(declared.services).toContainEqual({ name: 'guppy' });
    expect(declared.findings).toEqual([
      {
        severity: 'warning',
        code: 'value-wrong-type',
        message: 'guppy.enabled is "no", not true or false',
        fix: 'Write true or false without quotes; as it is, Helm takes it as true',
        key: 'guppy.enabled',
      },
    ]);
  });

  it.each<[string, unknown, string, string]>([
    [
      'a global that is a list',
      { global: [] },
      'global',
      'global is a list, not a map',
    ],
    [
      'a service that is a switch',
      { fence: true },
      'fence',
      'fence is true, not a map',
    ],
    [
      'an environment that is a number',
      { global: { environment: 5 } },
      'global.environment',
      'global.environment is 5, not a text',
    ],
    [
      'a tag that is a number',
      { fence: { image: { tag: 2026.1 } } },
      'fence.image.tag',
      'fence.image.tag is the number 2026.1, not text: a tag such as 2026.10 becomes 2026.1',
    ],
    [
      'a tag that is a map',
      { fence: { image: { tag: {} } } },
      'fence.image.tag',
      'fence.image.tag is a map, not a text',
    ],
    [
      'dev that is text',
      { global: { dev: 'false' } },
      'global.dev',
      'global.dev is "false", not true or false',
    ],
    [
      'an unknown front end',
      { global: { frontendRoot: 'windmill' } },
      'global.frontendRoot',
      'global.frontendRoot is "windmill"',
    ],
    [
      'broken JSON of the mesh',
      { metadata: { useAggMds: true, aggMdsConfig: '{"gen3_commons": {' } },
      'metadata.aggMdsConfig',
      'metadata.aggMdsConfig is not JSON',
    ],
    [
      'a mesh of another shape',
      { metadata: { useAggMds: true, aggMdsConfig: '{"gen3_commons": []}' } },
      'metadata.aggMdsConfig.gen3_commons',
      'is not as the metadata service expects',
    ],
  ])('finds %s', (_label, values, key, message) => {
    const { findings, services } = read(values);
    expect(findings).toEqual([
      expect.objectContaining({
        key,
        message: expect.stringContaining(message),
      }),
    ]);
    expect(findings[0].fix).not.toBe('');
    expect(services.length).toBeGreaterThanOrEqual(DEFAULTS.length);
  });

  it('does not show a long value in a finding, as it may be a secret', () => {
    const { findings } = read({
      global: { dev: 'a-secret-that-got-into-the-wrong-place' },
    });
    expect(findings[0].message).toBe(
      'global.dev is a string of 40 characters, not true or false',
    );
  });

  it.each([
    ['https://files.example/dictionary.json', undefined],
    ['https://me:geheim@files.example/d.json', 'https://files.example/d.json'],
    [
      'https://files.example/d.json?X-Amz-Signature=geheim',
      'https://files.example/d.json',
    ],
    ['d.json?token=geheim', 'd.json'],
  ])('takes what may grant access off the dictionary %s', (url, shown) => {
    const { dictionaryUrl } = read({ global: { dictionaryUrl: url } });
    expect(dictionaryUrl).toBe(shown ?? url);
  });

  it('does not show a text that stands where a map belongs', () => {
    const { findings } = read({ fence: 'geheim' });
    expect(findings).toMatchObject([
      { key: 'fence', message: 'fence is a text, not a map' },
    ]);
  });

  it('does not show the text around a mistake in the JSON of the mesh', () => {
    const { findings } = read({
      metadata: {
        useAggMds: true,
        aggMdsConfig: '{"a": "do-not-carry-me" "b"}',
      },
    });
    expect(JSON.stringify(findings)).not.toContain('do-not-carry-me');
  });

  it('reads the Gen3 commons of a mesh, without the hub itself and without others', () => {
    const aggMdsConfig = JSON.stringify({
      configuration: { schema: {}, settings: {} },
      gen3_commons: {
        Heart: {
          mds_url: 'https://heart.example/',
          commons_url: 'heart.example',
        },
        Hub: { commons_url: 'https://hub.example' },
      },
      adapter_commons: {
        Lung: {
          adapter: 'gen3',
          commons_url: 'https://lung.example/discovery',
          field_mappings: { commons_url: {} },
        },
        GDC: { adapter: 'gdc', commons_url: 'https://gdc.example/' },
        'Lung again': { adapter: 'gen3', commons_url: 'lung.example' },
        Odd: { adapter: 'gen3', commons_url: 'not a url' },
      },
    });
    const values = (useAggMds: boolean | string) => ({
      global: { hostname: 'hub.example' },
      metadata: { useAggMds, aggMdsConfig },
    });
    expect(read(values(true))).toMatchObject({
      meshMembers: ['heart.example', 'lung.example'],
      findings: [],
    });
    expect(read(values('True'))).toEqual(read(values(true)));
    expect(read(values(false)).meshMembers).toEqual([]);
    expect(read(values('False')).meshMembers).toEqual([]);
  });

  it('reads nothing out of inherited properties', () => {
    expect(namesOf({ constructor: { enabled: true } })).toEqual(DEFAULTS);
    expect(namesOf({ fence: { image: 'x' } })).toContain('fence');
  });

  it('says the same whatever the order of keys', () => {
    expect(read({ b: 1, global: { hostname: 'a.example' } })).toEqual(
      read({ global: { hostname: 'a.example' }, b: 1 }),
    );
  });
});
