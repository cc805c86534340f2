import { createServiceRegistry } from '../services/createServiceRegistry';
import { readManifest } from './readManifest';

const registry = createServiceRegistry();

const manifest = {
  notes: ['fictional'],
  versions: {
    'audit-service': 'quay.io/cdis/audit-service:2025.05',
    fence: 'registry.example:5000/gen3/fence:2025.05',
    spark: 'quay.io/cdis/gen3-spark:2025.03',
    tube: 'quay.io/cdis/tube:2025.04',
    'cedar-wrapper': 'quay.io/cdis/cedar-wrapper',
    indexd: 'quay.io/cdis/indexd@sha256:0123',
    fluentd: 'fluent/fluentd-kubernetes-daemonset:v1.15.3',
    awshelper: 'quay.io/cdis/awshelper:2025.05',
    pidgin: 'quay.io/cdis/pidgin:2025.05',
    auspice: 'quay.io/cdis/auspice:1.0',
  },
  global: {
    environment: 'heartprod',
    hostname: 'heart.example',
    dictionary_url: 'https://dictionaries.example/heart/schema.json',
    frontend_root: 'gen3ff',
  },
  indexd: { arborist: 'true' },
};

describe('readManifest', () => {
  it('reads services by the names of cloud-automation, and only those in versions are on', () => {
    expect(readManifest(manifest, registry)).toEqual({
      hostname: 'heart.example',
      environment: 'heartprod',
      dictionaryUrl: 'https://dictionaries.example/heart/schema.json',
      frontendRoot: 'gen3ff',
      dev: false,
      meshMembers: [],
      services: [
        { name: 'audit', imageTag: '2025.05' },
        { name: 'cedar' },
        { name: 'etl', imageTag: '2025.04' },
        { name: 'fence', imageTag: '2025.05' },
        { name: 'indexd' },
      ],
      findings: [
        {
          severity: 'info',
          code: 'unknown-service',
          message:
            'versions names images that are no service of Gen3: auspice, pidgin',
          fix: 'Nothing, or declare your own ones in gen3.services',
          key: 'versions',
        },
      ],
    });
  });

  it('reads the mesh from the file beside it', () => {
    const aggregateConfig = {
      gen3_commons: {
        Lung: { commons_url: 'lung.example' },
        Me: { commons_url: 'heart.example' },
      },
    };
    expect(
      readManifest(manifest, registry, { aggregateConfig }).meshMembers,
    ).toEqual(['lung.example']);
  });

  it.each<[string, unknown, string | undefined, string]>([
    ['a list', [], undefined, 'The manifest is not a JSON object'],
    ['nothing', null, undefined, 'The manifest is not a JSON object'],
    [
      'versions that are a list',
      { versions: ['fence'] },
      'versions',
      'versions is a list, not a map',
    ],
    [
      'an image that is a number',
      { versions: { fence: 2025.05 } },
      'versions.fence',
      'versions.fence is not an image reference',
    ],
    [
      'a dictionary that is a list',
      { global: { dictionary_url: [] } },
      'global.dictionary_url',
      'global.dictionary_url is a list, not a text',
    ],
  ])('finds %s', (_label, value, key, message) => {
    const declared = readManifest(value, registry);
    expect(declared.findings).toEqual([expect.objectContaining({ message })]);
    expect(declared.findings[0].key).toBe(key);
    expect(declared.services).toEqual([]);
  });

  it('names the file of a mesh that cannot be read', () => {
    expect(
      readManifest(manifest, registry, { aggregateConfig: '{' }).findings.at(
        -1,
      ),
    ).toMatchObject({
      code: 'mesh-config-not-json',
      key: 'metadata/aggregate_config.json',
    });
  });
});
