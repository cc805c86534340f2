import { Entity } from '@backstage/catalog-model';
import { createServiceRegistry } from '../services/createServiceRegistry';
import { gen3ServiceSchema } from '../services/gen3ServiceSchema';
import {
  isGen3Commons,
  isGen3Service,
  isKubernetesCluster,
} from './predicates';
import { readCommonsEntity } from './readCommonsEntity';

function system(
  annotations: Record<string, string>,
  overrides: { metadata?: object; spec?: Entity['spec'] } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'heart.example', annotations, ...overrides.metadata },
    spec: overrides.spec ?? { type: 'gen3-commons', owner: 'heart-team' },
  };
}

describe('readCommonsEntity', () => {
  it('needs nothing but a hostname', () => {
    expect(
      readCommonsEntity(system({ 'gen3.org/hostname': 'heart.example' })),
    ).toEqual({
      entityRef: 'system:default/heart.example',
      namespace: 'default',
      name: 'heart.example',
      hostname: 'heart.example',
      baseUrl: 'https://heart.example',
      title: 'heart.example',
      tier: 'production',
      owner: 'heart-team',
      relationship: 'managed',
      probing: 'on',
      frontendRoot: 'portal',
      services: [
        'ambassador',
        'arborist',
        'audit',
        'etl',
        'fence',
        'hatchery',
        'indexd',
        'manifestservice',
        'metadata',
        'peregrine',
        'portal',
        'revproxy',
        'sheepdog',
        'wts',
      ],
      meshMembers: [],
    });
  });

  it('reads all that a source writes', () => {
    const entity = system(
      {
        'gen3.org/hostname': 'brh.example',
        'gen3.org/base-url': 'https://127.0.0.1:8443/',
        'gen3.org/relationship': 'associated',
        'gen3.org/services': 'fence,indexd',
        'gen3.org/frontend-root': 'gen3ff',
        'gen3.org/release': '2026.07',
        'gen3.org/source': 'main',
        'gen3.org/flavour': 'helm',
        'gen3.org/environment': 'brhprod',
        'gen3.org/mesh-role': 'hub',
        'gen3.org/mesh-members': 'heart.example, lung.example',
      },
      {
        metadata: {
          name: 'brh.example',
          namespace: 'fleet',
          title: 'Research Hub',
        },
        spec: { type: 'gen3-commons', lifecycle: 'staging' },
      },
    );
    expect(readCommonsEntity(entity)).toEqual({
      entityRef: 'system:fleet/brh.example',
      namespace: 'fleet',
      name: 'brh.example',
      hostname: 'brh.example',
      baseUrl: 'https://127.0.0.1:8443',
      title: 'Research Hub',
      tier: 'staging',
      owner: 'unknown',
      relationship: 'associated',
      probing: 'off',
      services: ['fence', 'indexd'],
      frontendRoot: 'gen3ff',
      release: '2026.07',
      source: 'main',
      flavour: 'helm',
      environment: 'brhprod',
      meshRole: 'hub',
      meshMembers: ['heart.example', 'lung.example'],
    });
  });

  it('reads where the workloads run, and the cluster also where nobody names the namespace', () => {
    // A commons in a known cluster passed for one whose cluster nobody knows.
    const hostname = { 'gen3.org/hostname': 'heart.example' };
    const cluster = { 'backstage.io/kubernetes-cluster': 'east-1' };
    const namespace = { 'backstage.io/kubernetes-namespace': 'heart' };
    const placeOf = (annotations: Record<string, string>) => {
      const { kubernetes, kubernetesCluster } = readCommonsEntity(
        system({ ...hostname, ...annotations }),
      );
      return [kubernetesCluster, kubernetes];
    };
    expect(placeOf({ ...cluster, ...namespace })).toEqual([
      'east-1',
      { cluster: 'east-1', namespace: 'heart' },
    ]);
    expect(placeOf(cluster)).toEqual(['east-1', undefined]);
    expect(placeOf(namespace)).toEqual([undefined, undefined]);
  });

  it('reads what its source calls the cluster, whether Backstage knows it or not', () => {
    const entity = system({
      'gen3.org/hostname': 'heart.example',
      'gen3.org/cluster': 'esat-1',
    });
    expect(readCommonsEntity(entity)).toMatchObject({
      cluster: 'esat-1',
      kubernetesCluster: undefined,
    });
  });

  it.each<[Record<string, string>, string]>([
    [
      {},
      'Annotation "gen3.org/hostname" of "system:default/heart.example" is wrong. The hostname is missing',
    ],
    [
      { 'gen3.org/hostname': 'https://heart.example' },
      'is a URL: leave out the scheme',
    ],
    [
      { 'gen3.org/hostname': 'heart.example', 'gen3.org/probing': 'yes' },
      'Annotation "gen3.org/probing" of "system:default/heart.example" is "yes": use on or off',
    ],
    [
      {
        'gen3.org/hostname': 'heart.example',
        'gen3.org/relationship': 'friend',
      },
      'use managed or associated',
    ],
    [
      {
        'gen3.org/hostname': 'heart.example',
        'gen3.org/base-url': 'http://heart.example',
      },
      'use an https URL',
    ],
    [
      { 'gen3.org/hostname': 'heart.example', 'gen3.org/base-url': 'heart' },
      'use an https URL',
    ],
    [
      { 'gen3.org/hostname': 'heart.example', 'gen3.org/mesh-members': 'lung' },
      'Annotation "gen3.org/mesh-members" of "system:default/heart.example" is wrong. The hostname "lung" has no dot',
    ],
    [
      {
        'gen3.org/hostname': 'heart.example',
        'gen3.org/release': 'r'.repeat(256),
      },
      `"gen3.org/release" of "system:default/heart.example" has 256 characters ("${'r'.repeat(
        40,
      )}..."): use at most 255`,
    ],
    [
      { 'gen3.org/hostname': 'heart.example', 'gen3.org/services': 'fen\0ce' },
      'contains a NUL character',
    ],
  ])('refuses %p as a mistake of who wrote it', (annotations, message) => {
    expect(() => readCommonsEntity(system(annotations))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('readCommonsEntity, of a base URL', () => {
  it.each([
    'http://admin:s3cret@heart.example',
    'http://heart.example/?token=s3cret',
    'admin:s3cret@heart.example',
  ])('does not quote what is secret in %s', url => {
    // The message is logged with each reading of the catalog.
    const annotations = {
      'gen3.org/hostname': 'heart.example',
      'gen3.org/base-url': url,
    };
    expect(() => readCommonsEntity(system(annotations))).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^(?!.*s3cret).*heart\.example.*: use/),
      }),
    );
  });
});

describe('readCommonsEntity, of free text', () => {
  const HEART = { 'gen3.org/hostname': 'heart.example' };

  /* Each of these once stopped the whole fleet from following the catalog on PostgreSQL. */
  it.each<[string, Parameters<typeof system>[1]]>([
    ['"spec.lifecycle"', { spec: { lifecycle: 'x'.repeat(256) } }],
    ['"spec.owner"', { spec: { owner: 'x'.repeat(256) } }],
    ['"spec.owner"', { spec: { owner: 'te\0am' } }],
    ['"metadata.title"', { metadata: { title: 'He\0art' } }],
  ])('refuses a %s that no database takes', (name, overrides) => {
    expect(() => readCommonsEntity(system(HEART, overrides))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(name),
      }),
    );
  });

  it('takes as long a title as anybody writes', () => {
    const title = 'Heart '.repeat(100);
    expect(
      readCommonsEntity(system(HEART, { metadata: { title } })).title,
    ).toBe(title);
  });
});

describe('the services of a commons', () => {
  const own = {
    name: 'own-service',
    title: 'Own',
    description: 'Ours.',
    bundle: 'other',
    enabledByDefault: true,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
  };
  const HEART = { 'gen3.org/hostname': 'heart.example' };

  it('are those that are on by default, also an own one, when its entity does not say', () => {
    const registry = createServiceRegistry({
      custom: [gen3ServiceSchema.parse({ ...own, whyNoProbe: 'It has none.' })],
    });
    const { services } = readCommonsEntity(system(HEART), registry);
    expect(services).toContain('own-service');
    expect(services).toHaveLength(15);
  });

  it('are none when its entity says so', () => {
    expect(
      readCommonsEntity(system({ ...HEART, 'gen3.org/services': '' })).services,
    ).toEqual([]);
  });
});

describe('predicates', () => {
  const entity = (kind: string, type: string): Entity => ({
    ...system({}),
    kind,
    spec: { type },
  });

  it('tell commons, services and clusters apart', () => {
    expect(isGen3Commons(entity('System', 'gen3-commons'))).toBe(true);
    expect(isGen3Commons(entity('system', 'other'))).toBe(false);
    expect(isGen3Commons(entity('Component', 'gen3-commons'))).toBe(false);
    expect(isGen3Service(entity('Component', 'gen3-service'))).toBe(true);
    expect(isGen3Service(entity('System', 'gen3-service'))).toBe(false);
    expect(isKubernetesCluster(entity('Resource', 'kubernetes-cluster'))).toBe(
      true,
    );
    expect(isKubernetesCluster(entity('Resource', 'database'))).toBe(false);
  });

  it('take a hand-written System that names a hostname for a commons', () => {
    expect(
      isGen3Commons(
        system({ 'gen3.org/hostname': 'a.example' }, { spec: { owner: 'me' } }),
      ),
    ).toBe(true);
  });
});
