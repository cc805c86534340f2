import { Finding } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsOf } from '../__testUtils__/readings';
import { MergedCommons } from '../provider/mergeSources';
import { Provenance } from '../sources/types';
import { findMisplaced } from './findMisplaced';

const KNOWN = new Set(['east', 'west-1']);

const merged = (facts: Partial<MergedCommons>): MergedCommons => ({
  ...commonsOf('heart.example'),
  sourceId: 'git',
  member: 'prod/heart.example',
  owner: 'group:default/ops',
  relationship: 'managed',
  probing: 'on',
  namespace: 'heart',
  ...facts,
});

const provenanceOf = (repo: string, path: string): Provenance => ({
  repo,
  path,
  location: `url:${repo}/${path}`,
});

describe('findMisplaced', () => {
  it.each([
    ['whose cluster Backstage has', { cluster: 'east' }],
    [
      'whose cluster its source maps',
      { cluster: 'west', kubernetesCluster: 'west-1' },
    ],
    ['of which no source names a cluster', { cluster: undefined }],
  ])('finds nothing on a commons %s', (_, facts) => {
    expect(findMisplaced(merged(facts), KNOWN)).toEqual([]);
  });

  it('names a cluster that Backstage has by no such name, what is known and where to map it', () => {
    // Only names that a source maps to a wrong one were found: a cluster that git misspells went unseen.
    expect(findMisplaced(merged({ cluster: 'esat' }), KNOWN)).toEqual([
      {
        sourceId: 'git',
        member: 'prod/heart.example',
        finding: {
          severity: 'info',
          code: 'cluster-not-connected',
          message:
            '"heart.example" cannot be looked at inside: its cluster "esat" is none of kubernetes.clusterLocatorMethods; known are east, west-1',
          fix: 'Map the name in "clusters" of source "git", or add the cluster to kubernetes.clusterLocatorMethods.',
        },
      },
    ]);
  });

  it('misses no cluster in a portal that has none', () => {
    expect(findMisplaced(merged({ cluster: 'east' }), new Set())).toEqual([]);
  });

  it.each<[string, Partial<MergedCommons>, Partial<Finding>]>([
    [
      'an Application',
      {
        flavour: 'helm',
        provenance: provenanceOf('https://git.example/org/repo', 'prod/a.yaml'),
      },
      {
        file: 'prod/a.yaml',
        key: 'spec.destination.namespace',
        fix: 'Set "spec.destination.namespace" of the Application.',
      },
    ],
    [
      'an entry in the config',
      {
        provenance: provenanceOf(
          'config',
          'catalog.providers.gen3.list.commons.heart.example',
        ),
      },
      {
        key: 'catalog.providers.gen3.list.commons',
        fix: 'Set "namespace" of "heart.example" in "catalog.providers.gen3.list.commons".',
      },
    ],
    [
      'a manifest',
      {
        flavour: 'cloud-automation',
        provenance: provenanceOf(
          'https://git.example/org/repo',
          'heart.example/manifest.json',
        ),
      },
      { fix: expect.stringContaining('source of type "kubernetes"') },
    ],
  ])('names the key in which %s lacks its namespace', (_, facts, expected) => {
    const nowhere = { cluster: 'east', namespace: undefined };
    const [missing] = findMisplaced(merged({ ...nowhere, ...facts }), KNOWN);
    expect(missing.finding).toMatchObject({
      severity: 'warning',
      code: 'namespace-missing',
      ...expected,
    });
  });
});
