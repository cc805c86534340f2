import type { JsonObject } from '@backstage/types';
import { adaptValues } from './adaptValues';

const names = {
  from: {
    hostname: 'heart.example.org',
    releaseName: 'heart-example-org',
    environment: 'prodv1',
  },
  to: {
    hostname: 'lung.example.org',
    releaseName: 'lung-example-org',
    environment: 'prodv2',
  },
};

const adapted = (values: Parameters<typeof adaptValues>[0]) =>
  adaptValues(values, names);

describe('adaptValues', () => {
  it.each([
    ['a hostname', 'heart.example.org', 'lung.example.org'],
    [
      'a hostname in an address',
      'https://heart.example.org/user',
      'https://lung.example.org/user',
    ],
    ['not a name that ends so', 'my-heart.example.org', 'my-heart.example.org'],
    ['not a name below it', 'a.heart.example.org', 'a.heart.example.org'],
    ['a release', 'x/heart-example-org-creds', 'x/lung-example-org-creds'],
  ])('replaces %s', (_, before, after) => {
    expect(adapted({ fence: { a: [{ b: before }] } })).toEqual({
      fence: { a: [{ b: after }] },
    });
  });

  it.each<[string, JsonObject, JsonObject]>([
    [
      'a secret',
      { fence: { externalSecrets: { fenceConfig: 'prodv1-fence-config' } } },
      { fence: { externalSecrets: { fenceConfig: 'prodv2-fence-config' } } },
    ],
    [
      'a secret in a folder',
      { wts: { externalSecrets: { dbcreds: 'prodv1-wts/creds.v1' } } },
      { wts: { externalSecrets: { dbcreds: 'prodv2-wts/creds.v1' } } },
    ],
    [
      'a role',
      { global: { aws: { hatchery_role: 'prodv1--heart-helm--hatchery' } } },
      { global: { aws: { hatchery_role: 'prodv2--heart-helm--hatchery' } } },
    ],
    [
      'a bucket, in text, list and map',
      {
        fence: {
          DATA_UPLOAD_BUCKET: 'prodv1-data',
          ALLOWED_DATA_UPLOAD_BUCKETS: ['prodv1-data'],
          S3_BUCKETS: { 'prodv1-data': { cred: '*' } },
        },
      },
      {
        fence: {
          DATA_UPLOAD_BUCKET: 'prodv2-data',
          ALLOWED_DATA_UPLOAD_BUCKETS: ['prodv2-data'],
          S3_BUCKETS: { 'prodv2-data': { cred: '*' } },
        },
      },
    ],
    [
      'a queue',
      { audit: { queueName: 'prodv1-audit' } },
      { audit: { queueName: 'prodv2-audit' } },
    ],
  ])(
    'replaces the environment that begins the name of %s',
    (_, before, after) => {
      expect(adapted(before)).toEqual(after);
    },
  );

  // With environment gen3, "gen3-user-data-library" became "east-user-data-library", and images came from "east-registry.io".
  it.each<[string, JsonObject]>([
    ['in a key', { 'gen3-user-data-library': { enabled: true } }],
    ['of an image', { fence: { image: { repository: 'gen3-registry.io/x' } } }],
    ['of a tag', { jeg: { image: { tag: 'gen3-jegv2' } } }],
    ['in a word', { portal: { theme: 'gen3-dark' } }],
    ['in a sentence', { fence: { secretNote: 'gen3-wide, see wiki' } }],
    ['of a host', { fence: { bucketHost: 'gen3-data.example.org/x' } }],
    ['after another word', { fence: { bucket: 'my-gen3-data' } }],
    ['of a store', { fence: { externalSecrets: { storeRef: 'gen3-store' } } }],
  ])('leaves what begins like the environment as it is %s', (_, values) => {
    expect(
      adaptValues(values, {
        from: { ...names.from, environment: 'gen3' },
        to: { ...names.to, environment: 'east' },
      }),
    ).toEqual(values);
  });

  it('renames keys that are the hostname, and no others', () => {
    expect(
      adapted({
        portal: {
          'heart.example.org': 1,
          'heart-example-org': 2,
          'prodv1-fence': 3,
        },
      }),
    ).toEqual({
      portal: {
        'lung.example.org': 1,
        'heart-example-org': 2,
        'prodv1-fence': 3,
      },
    });
  });

  it('leaves out where databases are, and no other value', () => {
    expect(
      adapted({
        global: { dev: false, postgres: { master: { host: 'db' } } },
        fence: { enabled: true, postgres: { database: 'fence_heart' } },
        postgresql: { primary: {} },
      }),
    ).toEqual({
      global: { dev: false },
      fence: { enabled: true },
      postgresql: { primary: {} },
    });
  });

  it('copes with an environment that nobody knows', () => {
    const { environment, ...from } = names.from;
    expect(
      adaptValues(
        { externalSecrets: { a: `${environment}-fence` } },
        { from: { ...from, environment: undefined }, to: names.to },
      ),
    ).toEqual({ externalSecrets: { a: 'prodv1-fence' } });
  });
});
