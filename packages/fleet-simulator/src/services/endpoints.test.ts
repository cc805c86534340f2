import { allServiceNames, createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const MEMBERS = [
  { name: 'Kidney', url: 'https://kidney.example', isGen3: true },
  { name: 'Registry', url: 'https://registry.example', isGen3: false },
];

let simulator: Simulator;
let client: Client;

beforeAll(async () => {
  const everything = {
    services: [...allServiceNames(), 'gen3-discovery-ai', 'mariner', 'thor'],
    aggregate: true,
    meshMembers: MEMBERS,
  };
  simulator = await startSimulator({
    now: () => NOW,
    commons: [
      createCommons({ ...everything, hostname: 'helm.example' }),
      createCommons({
        ...everything,
        hostname: 'legacy.example',
        flavour: 'cloud-automation',
      }),
      createCommons({
        ...everything,
        hostname: 'closed.example',
        aggregate: false,
        publicDataSets: false,
      }),
      createCommons({ hostname: 'lone.example' }),
    ],
  });
  client = openClient(simulator);
});

afterAll(async () => {
  await client.close();
  await simulator.close();
});

const FLASK = 'text/html; charset=utf-8';
const JSON_TYPE = 'application/json';
const VERSION = {
  version: '2026.10',
  commit: expect.stringMatching(/^[0-9a-f]{40}$/),
};
const PACKAGE = { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) };
const OK = { status: 'OK' };

// path, status, content type, body
const TEXTS: Array<[string, number, string, unknown]> = [
  ['/user/_status', 200, FLASK, 'Healthy'],
  ['/index/_status', 200, FLASK, 'Healthy'],
  ['/api/_status', 200, FLASK, 'Healthy'],
  ['/peregrine/_status', 200, FLASK, 'Healthy'],
  ['/wts/_status', 200, FLASK, 'Healthy'],
  ['/manifests/_status', 200, FLASK, 'Healthy'],
  ['/', 200, 'text/html', expect.stringMatching(/^<!DOCTYPE html>/)],
  ['/ff', 200, FLASK, expect.stringMatching(/__next/)],
  ['/cohort-middleware/_health', 200, 'text/plain; charset=utf-8', 'ok!'],
  ['/mds/version', 200, JSON_TYPE, expect.stringMatching(/^"4\.\d\.\d"$/)],
  ['/user/metrics', 403, 'text/html', expect.stringMatching(/403 Forbidden/)],
  [
    '/user/credentials/token/denylisted',
    403,
    'text/html',
    expect.stringMatching(/403 Forbidden/),
  ],
  ['/lw-workspace/_status', 401, 'text/html', expect.stringMatching(/401/)],
  ['/lw-workspace/proxy/', 401, 'text/html', expect.stringMatching(/401/)],
  ['/job/_status', 302, 'text/html', expect.stringMatching(/302/)],
  ['/index-admin/index', 401, 'text/html', expect.stringMatching(/401/)],
  ['/mds-admin/metadata', 401, 'text/html', expect.stringMatching(/401/)],
  ['/dashboard/Secure/x.html', 401, 'text/html', expect.stringMatching(/401/)],
  ['/orthanc/', 401, 'text/html', expect.stringMatching(/401/)],
  [
    '/ga4gh/tes/v1/service-info',
    401,
    JSON_TYPE,
    expect.stringMatching(/access token/),
  ],
  [
    '/ga4gh/wes/v1/_status',
    403,
    'text/plain; charset=utf-8',
    expect.stringMatching(/not authorized/),
  ],
  ['/user/register', 401, FLASK, expect.stringMatching(/Please login/)],
  ['/user/nothing', 404, FLASK, expect.stringMatching(/Not Found/)],
  ['/mds/nothing', 404, JSON_TYPE, '{"detail":"Not Found"}'],
  ['/manifests/_version', 404, FLASK, expect.stringMatching(/Not Found/)],
  ['/README.md', 403, 'text/html', expect.stringMatching(/403/)],
];

const DOCUMENTS: Array<[string, number, unknown]> = [
  ['/_status', 200, { message: 'Feelin good!', csrf: expect.any(String) }],
  ['/user/_version', 200, VERSION],
  ['/index/_version', 200, VERSION],
  ['/guppy/_version', 200, VERSION],
  ['/wts/_version', 200, VERSION],
  [
    '/api/_version',
    200,
    {
      ...VERSION,
      dictionary: { version: '4.2.0', commit: expect.any(String) },
    },
  ],
  [
    '/peregrine/_version',
    200,
    {
      ...VERSION,
      dictionary: { version: expect.stringMatching(/^3\./), commit: '' },
    },
  ],
  [
    '/user/jwt/keys',
    200,
    {
      keys: [[expect.any(String), expect.stringContaining('BEGIN PUBLIC KEY')]],
    },
  ],
  [
    '/user/.well-known/jwks',
    200,
    {
      keys: [expect.objectContaining({ kty: 'RSA', alg: 'RS256', e: 'AQAB' })],
    },
  ],
  [
    '/user/login',
    200,
    {
      default_provider: expect.objectContaining({ idp: 'google' }),
      providers: expect.any(Array),
    },
  ],
  ['/authz/mapping', 200, { '/open': [{ method: 'read', service: '*' }] }],
  [
    '/index/_stats',
    200,
    { fileCount: expect.any(Number), totalFileSize: expect.any(Number) },
  ],
  [
    '/index/_dist',
    200,
    [
      {
        name: 'Kidney',
        host: 'https://kidney.example/index/',
        hints: [expect.stringMatching(/^\.\*dg\\\.[0-9A-F]{4}\.\*$/)],
        type: 'indexd',
      },
    ],
  ],
  [
    '/index/index?limit=1',
    200,
    expect.objectContaining({
      limit: 1,
      records: [expect.objectContaining({ did: expect.any(String) })],
    }),
  ],
  [
    '/ga4gh/drs/v1/service-info',
    200,
    expect.objectContaining({
      version: '1.5.0',
      drs: expect.objectContaining({ objectCount: expect.any(Number) }),
    }),
  ],
  [
    '/guppy/_status',
    200,
    expect.objectContaining({ statusCode: 200, indices: expect.any(Object) }),
  ],
  [
    '/mds/_status',
    200,
    {
      status: 'OK',
      timestamp: NOW.toISOString(),
      aggregate_metadata_enabled: true,
    },
  ],
  ['/mds/aggregate/commons', 200, { commons: ['Kidney', 'Registry'] }],
  [
    '/mds/aggregate/metadata/Kidney/info',
    200,
    { commons_url: 'https://kidney.example' },
  ],
  [
    '/mds/aggregate/metadata/Spleen/info',
    404,
    { detail: expect.objectContaining({ code: 404 }) },
  ],
  [
    '/wts/external_oidc/',
    200,
    {
      providers: [
        expect.objectContaining({
          base_url: 'https://kidney.example',
          idp: 'kidney',
        }),
      ],
    },
  ],
  ['/requestor/_status', 200, OK],
  ['/requestor/_version', 200, PACKAGE],
  ['/audit/_status', 200, OK],
  ['/audit/_version', 200, PACKAGE],
  ['/library/_status', 201, { status: 'OK', timestamp: NOW.toISOString() }],
  ['/workflows/_status', 200, OK],
  ['/ga4gh/wes/v2/test', 200, { message: 'test' }],
  [
    '/api/search/datasets?nodes=case',
    200,
    { 'demo-study': { case: expect.any(Number) } },
  ],
  [
    '/data/config/gitops.json',
    200,
    expect.objectContaining({ appName: expect.any(String) }),
  ],
  ['/ai/topics/', 200, { topics: expect.any(Object) }],
  ['/ai/discovery/_status', 404, { detail: 'Not Found' }],
];

describe.each(['helm.example', 'legacy.example'])(
  'a commons at %s with all services',
  hostname => {
    it.each(TEXTS)(
      'answers %s with %i %s',
      async (path, status, type, body) => {
        const answer = await client.get(`${hostname}${path}`);

        expect(answer.status).toBe(status);
        expect(answer.headers['content-type']).toBe(type);
        expect(answer.body).toEqual(body);
      },
    );

    it.each(DOCUMENTS)(
      'answers %s with %i and JSON',
      async (path, status, body) => {
        const answer = await client.get(`${hostname}${path}`);

        expect(answer.status).toBe(status);
        expect(answer.headers['content-type']).toBe(JSON_TYPE);
        expect(JSON.parse(answer.body)).toEqual(body);
      },
    );

    it.each([
      '/user/.well-known/openid-configuration',
      '/.well-known/openid-configuration',
    ])('names itself as the issuer at %s', async path => {
      const { body } = await client.get(`${hostname}${path}`);

      expect(JSON.parse(body)).toMatchObject({
        issuer: `https://${hostname}/user`,
      });
    });
  },
);

it('shows nothing to anonymous users when its data is not public', async () => {
  const mapping = await client.get('closed.example/authz/mapping');
  const datasets = await client.get('closed.example/api/search/datasets');

  expect([mapping.status, mapping.body]).toEqual([200, '{}']);
  expect(datasets.status).toBe(401);
});

it('has no aggregate metadata unless it is switched on', async () => {
  const answer = await client.get('closed.example/mds/aggregate/commons');

  expect(answer.status).toBe(404);
});

it('knows no other indexd where it is not the hub of a mesh', async () => {
  const answer = await client.get('lone.example/index/_dist');

  expect([answer.status, answer.body]).toEqual([200, '[]']);
});

// mariner was answered by indexd, which has all of `/ga4gh/` that is nobody else's.
it('fails for mariner where it does not run, instead of asking indexd', async () => {
  const answer = await client.get('lone.example/ga4gh/wes/v1/runs');

  expect(answer.status).toBe(500);
});

// hostname, path, status, body
const BY_FLAVOUR: Array<[string, string, number, RegExp]> = [
  [
    'legacy.example',
    '/ai/_status',
    200,
    /^{"status":"OK","timestamp":1795341600}$/,
  ],
  ['helm.example', '/ai/_status', 200, /^<!DOCTYPE html>/],
  ['helm.example', '/thor-admin/', 401, /401 Authorization Required/],
  ['helm.example', '/thor/thor-admin/', 404, /Not Found/],
  ['legacy.example', '/thor/thor-admin/', 401, /401 Authorization Required/],
  ['legacy.example', '/thor-admin/', 200, /^<!DOCTYPE html>/],
  ['helm.example', '/ga4gh/drs/v1/objects/access', 401, /Please login/],
  [
    'legacy.example',
    '/ga4gh/drs/v1/objects/access',
    404,
    /No bundle or record/,
  ],
];

it.each(BY_FLAVOUR)(
  '%s has the locations of its flavour: %s answers %i',
  async (hostname, path, status, body) => {
    const answer = await client.get(`${hostname}${path}`);

    expect(answer.status).toBe(status);
    expect(answer.body).toMatch(body);
  },
);
