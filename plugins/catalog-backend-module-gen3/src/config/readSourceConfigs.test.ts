import { ConfigReader } from '@backstage/config';
import { JsonValue } from '@backstage/types';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readSourceConfigs } from './readSourceConfigs';

const registry = createServiceRegistry();

const read = (gen3: JsonValue) =>
  readSourceConfigs(new ConfigReader({ catalog: { providers: { gen3 } } }), {
    registry,
  });

describe('readSourceConfigs', () => {
  it('reads nothing when nothing is configured', () => {
    expect(readSourceConfigs(new ConfigReader({}), { registry })).toEqual([]);
  });

  it('fills in every default of a single unnamed source', () => {
    expect(read({ type: 'gitops', url: 'https://git.example/fleet' })).toEqual([
      {
        id: 'default',
        type: 'gitops',
        url: 'https://git.example/fleet',
        reader: 'auto',
        paths: [],
        charts: ['gen3', 'helm/gen3'],
        aliases: [],
        owner: 'group:default/unknown',
        owners: {},
        relationship: 'managed',
        probing: 'on',
        maxDropPercent: 20,
        clusters: {},
        argocd: {},
        docs: {},
        schedule: {
          frequency: { minutes: 5 },
          timeout: { minutes: 10 },
          initialDelay: { seconds: 3 },
          scope: 'global',
        },
      },
    ]);
  });

  it('reads several sources in the order they are listed', () => {
    const sources = read({
      zebra: { type: 'manifest', url: 'file:///srv/manifest.git' },
      ant: { type: 'static', commons: [{ hostname: 'a.example.org' }] },
    });
    expect(sources.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'zebra manifest',
      'ant static',
    ]);
  });

  // It once stopped the portal when somebody took a cluster out of Backstage's config in the middle of an incident.
  it('starts, and warns, although a source maps to a cluster that Backstage does not have', () => {
    const warnings: string[] = [];
    const [git] = readSourceConfigs(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'config', clusters: [{ name: 'east-1' }] },
          ],
        },
        catalog: {
          providers: {
            gen3: {
              git: {
                type: 'gitops',
                url: 'https://git.example/fleet',
                clusters: { east: 'east-1', west: 'west-1' },
              },
            },
          },
        },
      }),
      { registry, logger: { warn: message => warnings.push(message) } },
    );
    const problem =
      'catalog.providers.gen3.git.clusters.west: "west-1" is no cluster of kubernetes.clusterLocatorMethods; known are east-1';
    expect(git).toMatchObject({
      clusters: { east: 'east-1', west: 'west-1' },
      unknownClusters: { west: problem },
    });
    expect(warnings).toEqual([problem]);
  });

  it('reads clusters after all sources that declare, wherever they are listed', () => {
    const sources = readSourceConfigs(
      new ConfigReader({
        kubernetes: {
          clusterLocatorMethods: [
            { type: 'config', clusters: [{ name: 'east' }] },
          ],
        },
        catalog: {
          providers: {
            gen3: {
              live: { type: 'kubernetes' },
              git: { type: 'gitops', url: 'https://git.example/fleet' },
            },
          },
        },
      }),
      { registry },
    );
    expect(sources).toMatchObject([
      { id: 'git' },
      { id: 'live', clusters: ['east'], charts: ['gen3', 'helm/gen3'] },
    ]);
  });

  it('keeps what all types have in common of a source whose type does not exist', () => {
    const [source] = read({
      demo: {
        type: 'gitop',
        owner: 'ops',
        relationship: 'associated',
        url: 'x',
      },
    });
    expect(source).toMatchObject({
      id: 'demo',
      type: 'unknown',
      givenType: 'gitop',
      problem:
        'catalog.providers.gen3.demo.type: unknown source type "gitop"; use one of gitops, manifest, static, kubernetes',
      owner: 'ops',
      probing: 'off',
    });
    expect(() => read({ demo: { type: 'gitop', owner: 5 } })).toThrow(
      /catalog\.providers\.gen3\.demo\.owner/,
    );
  });

  it('does not ask associated commons for their health unless told to', () => {
    const associated = { type: 'static', relationship: 'associated' };
    expect(read({ ...associated, commons: [] })[0].probing).toBe('off');
    expect(read({ ...associated, commons: [], probing: 'on' })[0].probing).toBe(
      'on',
    );
  });

  it('takes one Argo CD for all clusters, or one for each', () => {
    const url = 'https://git.example/fleet';
    const all = 'https://argo.example';
    expect(read({ type: 'gitops', url, argocd: all })[0].argocd).toEqual({
      '*': all,
    });
    expect(
      read({ type: 'gitops', url, argocd: { east: all } })[0].argocd,
    ).toEqual({ east: all });
  });

  it('takes one documentation for all commons, or one for each', () => {
    const url = 'https://docs.example';
    const docsOf = (docs: JsonValue) =>
      read({ type: 'static', commons: [], docs })[0].docs;
    expect(docsOf(url)).toEqual({ '*': url });
    expect(docsOf({ 'a.example.org': url })).toEqual({ 'a.example.org': url });
  });

  it('keeps what a schedule does not say', () => {
    const [source] = read({
      type: 'static',
      commons: [],
      schedule: { frequency: { seconds: 10 }, timeout: { minutes: 1 } },
    });
    expect(source.schedule).toEqual({
      frequency: { seconds: 10 },
      timeout: { minutes: 1 },
      initialDelay: { seconds: 3 },
      scope: 'global',
    });
  });

  const gitops = { type: 'gitops', url: 'https://git.example/fleet' };
  const listing = (commons: JsonValue) => ({ type: 'static', commons });

  it.each<[string, JsonValue, string]>([
    [
      'no type',
      { demo: { url: 'https://git.example/fleet' } },
      'catalog.providers.gen3.demo.type: missing; use one of gitops, manifest, static, kubernetes',
    ],
    [
      'an unknown key',
      { demo: { ...gitops, brnach: 'main' } },
      'catalog.providers.gen3.demo.brnach: unknown key; remove it or correct its name',
    ],
    [
      'an unknown key of the only source',
      { ...gitops, brnach: 'main' },
      'catalog.providers.gen3.brnach: unknown key',
    ],
    [
      'a URL that is missing',
      { demo: { type: 'manifest' } },
      'catalog.providers.gen3.demo.url: ',
    ],
    [
      'a share above 100',
      { demo: { ...gitops, maxDropPercent: 120 } },
      'catalog.providers.gen3.demo.maxDropPercent: ',
    ],
    [
      'an id with a space',
      { 'my source': gitops },
      'catalog.providers.gen3.my source: a source\'s id has lower-case letters, digits and single dashes, at most 40; rename "my source"',
    ],
    [
      'a schedule without frequency',
      { demo: { ...gitops, schedule: { timeout: { minutes: 1 } } } },
      'catalog.providers.gen3.demo.schedule: ',
    ],
    [
      'a hostname with a scheme',
      { demo: listing([{ hostname: 'https://a.example.org' }]) },
      'catalog.providers.gen3.demo.commons[0].hostname: ',
    ],
    [
      'an unknown service',
      {
        demo: listing([
          { hostname: 'a.example.org', services: ['fence', 'fense:2026.07'] },
        ]),
      },
      'catalog.providers.gen3.demo.commons[0].services[1]: unknown service "fense" of "a.example.org"; use a name of the service registry or add yours to gen3.services',
    ],
    [
      'a base URL that is none',
      { demo: listing([{ hostname: 'a.example.org', baseUrl: 'a.example' }]) },
      'catalog.providers.gen3.demo.commons[0].baseUrl: "a.example" is not an https URL',
    ],
    [
      'a base URL without TLS',
      {
        demo: listing([
          { hostname: 'a.example.org', baseUrl: 'http://a.example.org' },
        ]),
      },
      'catalog.providers.gen3.demo.commons[0].baseUrl: "http://a.example.org" is not an https URL',
    ],
    [
      'documentation that is no URL',
      { demo: { ...gitops, docs: 'docs.example' } },
      'catalog.providers.gen3.demo.docs: "docs.example" is not an http or https URL',
    ],
    [
      'documentation that is a list',
      { demo: { ...gitops, docs: ['https://docs.example'] } },
      'catalog.providers.gen3.demo.docs: must be an http or https URL, or a map of such URLs by name',
    ],
    [
      'clusters that are a map',
      { demo: { type: 'kubernetes', clusters: { east: 'east-1' } } },
      'catalog.providers.gen3.demo.clusters: must be a list of cluster names',
    ],
    ['a text', 'gitops', 'catalog.providers.gen3: must be one source'],
  ])('refuses %s and names the key', (_, gen3, message) => {
    expect(() => read(gen3)).toThrow(message);
  });
});
