import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readChangesConfig } from './readChangesConfig';

const gitops = { type: 'gitops', url: 'file:///srv/gitops.git' };

const read = (changes: JsonObject | undefined, gen3: JsonObject = {}) =>
  readChangesConfig(
    mockServices.rootConfig({
      data: {
        ...(changes ? { gen3: { changes } } : {}),
        catalog: { providers: { gen3 } },
      },
    }),
  );

describe('readChangesConfig', () => {
  it('needs nothing: every gitops source takes changes', () => {
    expect(read(undefined, { demo: gitops })).toEqual({
      targets: [
        {
          id: 'demo',
          url: 'file:///srv/gitops.git',
          repoUrl: 'file:///srv/gitops.git',
          branch: 'main',
          layout: 'gen3-gitops',
          chart: {
            repoUrl: 'https://helm.gen3.org',
            chart: 'gen3',
            revision: '0.3.90',
          },
          charts: ['gen3', 'helm/gen3'],
          clusters: {},
        },
      ],
      chart: {
        repoUrl: 'https://helm.gen3.org',
        chart: 'gen3',
        revision: '0.3.90',
      },
      committer: { name: 'Gen3 CSOC portal', email: 'portal@csoc.invalid' },
      releases: [],
      followMs: 10_000,
      reconciliationMs: 180_000,
    });
  });

  it('knows how Argo CD calls the repository', () => {
    const aliases = ['https://git.example/csoc/gitops.git'];
    const { targets } = read(undefined, { demo: { ...gitops, aliases } });
    expect(targets).toMatchObject([{ repoUrl: aliases[0] }]);
  });

  it('keeps credentials out of the URL that is written into git', () => {
    const url = 'https://bot:t0ken@git.example/csoc/gitops.git';
    const { targets } = read(undefined, { demo: { ...gitops, url } });
    expect(targets).toMatchObject([
      { url, repoUrl: 'https://git.example/csoc/gitops.git' },
    ]);
  });

  it('takes a single unnamed source', () => {
    expect(read(undefined, gitops).targets).toMatchObject([{ id: 'default' }]);
  });

  it.each([
    ['a manifest source', { type: 'manifest', url: 'file:///srv/m.git' }],
    ['commons of others', { ...gitops, relationship: 'associated' }],
  ])('leaves out %s', (_, source) => {
    expect(read(undefined, { demo: source }).targets).toEqual([]);
  });

  it('lets a source differ', () => {
    const chart = {
      repoUrl: 'https://git.example/gen3-helm',
      path: 'helm/gen3',
      revision: 'master',
    };
    const { targets } = read(
      { layout: 'plain', sources: { b: { layout: 'biocommons', chart } } },
      { a: gitops, b: gitops },
    );
    expect(targets).toMatchObject([
      { id: 'a', layout: 'plain', chart: { chart: 'gen3' } },
      { id: 'b', layout: 'biocommons', chart },
    ]);
  });

  it('gives the launches of a source the values that it has for all', () => {
    const values = { global: { aws: { enabled: true } } };
    const { targets } = read(
      { sources: { b: { values } } },
      { a: gitops, b: gitops },
    );
    expect(targets.map(target => target.values)).toEqual([undefined, values]);
  });

  it.each<[string, JsonObject, RegExp]>([
    [
      'values that are no map',
      { sources: { demo: { values: ['a'] } } },
      /gen3\.changes\.sources\.demo\.values/,
    ],
    ['an unknown key', { chrat: {} }, /gen3\.changes\.chrat: unknown key/],
    [
      'a chart without place',
      { chart: { repoUrl: 'x' } },
      /gen3\.changes\.chart/,
    ],
    ['a layout', { layout: 'x' }, /gen3\.changes\.layout/],
    [
      'a folder that is none',
      { chartCache: 'charts' },
      /gen3\.changes\.chartCache: .*must be the path of a folder/,
    ],
    [
      'a version of Kubernetes',
      { kubernetesVersion: 'latest' },
      /gen3\.changes\.kubernetesVersion/,
    ],
    ['a release', { releases: ['2026.7'] }, /gen3\.changes\.releases\[0\]/],
    [
      'a source that is none',
      { sources: { x: {} } },
      /sources\.x: there is no/,
    ],
  ])('refuses %s', (_, changes, message) => {
    expect(() => read(changes, { demo: gitops })).toThrow(message);
  });
});
