import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { buildCommonsEntity } from '../entities/buildCommonsEntity';
import { DiscoveredCommons } from '../sources/types';
import { mergeSources } from './mergeSources';

const registry = createServiceRegistry();

const source = (
  id: string,
  commons: DiscoveredCommons[],
  settings: JsonObject = {},
) => {
  const gen3 = { [id]: { type: 'static', commons: [], ...settings } };
  const [config] = readSourceConfigs(
    new ConfigReader({ catalog: { providers: { gen3 } } }),
    { registry },
  );
  const members = commons.map(one => ({
    member: `${id}/${one.hostname}`,
    commons: one,
    findings: [],
  }));
  return { config, members };
};

const A = 'a.example.org';
const B = 'b.example.org';
const C = 'c.example.org';

describe('mergeSources', () => {
  it('lets the source that is listed first own a commons, and the other fill its gaps', () => {
    const { commons, findings } = mergeSources([
      source('git', [
        commonsOf(A, { environment: 'prod', services: [{ name: 'fence' }] }),
      ]),
      source('list', [
        commonsOf(A, {
          title: 'Heart',
          namespace: 'heart',
          services: [{ name: 'fence', imageTag: '2026.07' }],
        }),
      ]),
    ]);
    expect(commons).toMatchObject([
      {
        hostname: A,
        sourceId: 'git',
        title: 'Heart',
        environment: 'prod',
        namespace: 'heart',
        services: [{ name: 'fence', imageTag: '2026.07' }],
      },
    ]);
    expect(findings).toEqual([]);
  });

  it('takes the services of the first source that knows any', () => {
    const { commons } = mergeSources([
      source('list', [commonsOf(A, { services: [] })]),
      source('git', [commonsOf(A)]),
    ]);
    expect(commons[0].services.map(({ name }) => name)).toEqual([
      'fence',
      'indexd',
    ]);
  });

  it('tells the later source where it contradicts the owner', () => {
    const { commons, findings } = mergeSources([
      source('git', [commonsOf(A, { environment: 'prod' })]),
      source('list', [commonsOf(A, { environment: 'stage' })], {
        relationship: 'associated',
      }),
    ]);
    expect(commons[0]).toMatchObject({
      environment: 'prod',
      relationship: 'managed',
      probing: 'on',
    });
    expect(findings).toEqual([
      {
        sourceId: 'list',
        member: `list/${A}`,
        finding: {
          severity: 'warning',
          code: 'sources-disagree',
          message: `"${A}" is also described by source "git", which is listed first and wins: relationship is "associated" here and "managed" there; environment is "stage" here and "prod" there`,
          fix: 'Correct one of the two, or list "list" before "git".',
        },
      },
    ]);
  });

  it('takes an owner from wherever one is named', () => {
    const { commons } = mergeSources([
      source('git', [commonsOf(A), commonsOf(B)], { owners: { [B]: 'bees' } }),
      source('list', [commonsOf(A), commonsOf(B)], { owner: 'ops' }),
    ]);
    expect(commons.map(({ owner }) => owner)).toEqual(['ops', 'bees']);
  });

  it('sees hubs and nodes across sources', () => {
    const { commons } = mergeSources([
      source('git', [commonsOf(A, { meshMembers: [A, B] })]),
      source('list', [commonsOf(B), commonsOf(C, { meshMembers: [C] })]),
    ]);
    expect(
      commons.map(({ hostname, meshRole, meshMembers }) => ({
        hostname,
        meshRole,
        meshMembers,
      })),
    ).toEqual([
      { hostname: A, meshRole: 'hub', meshMembers: [B] },
      { hostname: B, meshRole: 'node', meshMembers: [] },
      { hostname: C, meshRole: undefined, meshMembers: [] },
    ]);
  });

  it('maps clusters and Argo CD by the names that the source uses', () => {
    const { commons } = mergeSources([
      source('git', [commonsOf(A, { cluster: 'east' })], {
        clusters: { east: 'eks-east-1' },
        argocd: {
          east: 'https://argo-east.example',
          '*': 'https://argo.example',
        },
      }),
      source('list', [commonsOf(B, { cluster: 'west' })], {
        argocd: 'https://argo.example',
      }),
    ]);
    expect(commons).toMatchObject([
      {
        kubernetesCluster: 'eks-east-1',
        argocdUrl: 'https://argo-east.example',
      },
      { argocdUrl: 'https://argo.example' },
    ]);
  });

  it('names the documentation of a commons, else that of all commons of its source', () => {
    const { commons } = mergeSources([
      source('git', [commonsOf(A), commonsOf(B), commonsOf(C)], {
        docs: { [B]: 'https://docs-b.example', '*': 'https://docs.example' },
      }),
      source('list', [commonsOf(C, { docsUrl: 'https://docs-c.example' })], {
        docs: 'https://docs-list.example',
      }),
    ]);
    const links = commons.map(
      one =>
        buildCommonsEntity({ commons: one, registry }).metadata.links?.find(
          ({ type }) => type === 'docs',
        )?.url,
    );
    expect(links).toEqual([
      'https://docs.example',
      'https://docs-b.example',
      'https://docs-c.example',
    ]);
  });

  // What a list looked up for "dev" once put a commons of git's cluster "prod" into the cluster of "dev", with its pods.
  it('takes nothing that another source looked up for another cluster', () => {
    const list = {
      clusters: { dev: 'eks-dev' },
      argocd: { dev: 'https://argo-dev.example' },
    };
    const clustersOf = (ownCluster: string | undefined) => {
      const { commons } = mergeSources([
        source('git', [commonsOf(A, { cluster: ownCluster })]),
        source('list', [commonsOf(A, { cluster: 'dev' })], list),
      ]);
      const [{ cluster, kubernetesCluster, argocdUrl }] = commons;
      return { cluster, kubernetesCluster, argocdUrl };
    };
    expect(clustersOf('prod')).toEqual({ cluster: 'prod' });
    const placed = {
      cluster: 'dev',
      kubernetesCluster: 'eks-dev',
      argocdUrl: 'https://argo-dev.example',
    };
    expect(clustersOf('dev')).toEqual(placed);
    expect(clustersOf(undefined)).toEqual(placed);
  });

  it('does not ask an associated commons of a managed source for its health', () => {
    const { commons } = mergeSources([
      source('git', [
        commonsOf(A, { relationship: 'associated' }),
        commonsOf(B, { relationship: 'associated', probing: 'on' }),
      ]),
    ]);
    expect(commons.map(({ probing }) => probing)).toEqual(['off', 'on']);
  });
});
