import { createCommons } from '../__testUtils__/createCommons';
import { Client, openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';
import { SIMULATED_SERVICES } from './allServices';

const NOW = new Date('2026-11-22T10:00:00.000Z');
const MEMBERS = [
  { name: 'Kidney', url: 'https://kidney.example', isGen3: true },
  { name: 'Registry', url: 'https://registry.example', isGen3: false },
];

let simulator: Simulator;
let client: Client;

beforeAll(async () => {
  const everything = {
    services: SIMULATED_SERVICES.map(({ name }) => name),
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
const JSON_WITH_CHARSET = 'application/json; charset=utf-8';
const SECONDS = NOW.getTime() / 1000;
/** nginx's page where nobody gets in without a log-in. */
const LOG_IN = [
  '<html>',
  '<head><title>401 Authorization Required</title></head>',
  '<body>',
  '<center><h1>401 Authorization Required</h1></center>',
  '<hr><center>nginx</center>',
  '</body>',
  '</html>',
  '',
].join('\r\n');
const expressPage = (message: string) =>
  `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>${message}</pre>\n</body>\n</html>\n`;
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
  ['/lw-workspace/_status', 401, 'text/html', LOG_IN],
  ['/lw-workspace/proxy/', 401, 'text/html', LOG_IN],
  ['/job/_status', 302, 'text/html', expect.stringMatching(/302/)],
  ['/index-admin/index', 401, 'text/html', LOG_IN],
  ['/mds-admin/metadata', 401, 'text/html', LOG_IN],
  ['/dashboard/Secure/x.html', 401, 'text/html', LOG_IN],
  ['/orthanc/', 401, 'text/html', LOG_IN],
  ['/cedar/', 401, 'text/html', LOG_IN],
  ['/kayako/', 401, 'text/html', LOG_IN],
  ['/zendesk/', 401, 'text/html', LOG_IN],
  ['/ws-storage/', 401, 'text/html', LOG_IN],
  ['/argo/', 401, 'text/html', LOG_IN],
  ['/argocd', 401, 'text/html', LOG_IN],
  ['/grafana/', 401, 'text/html', LOG_IN],
  ['/prometheus/', 401, 'text/html', LOG_IN],
  ['/tty/', 401, 'text/html', LOG_IN],
  [
    '/dashboard/Public/maintenance-page/index.html',
    200,
    'text/html',
    expect.stringMatching(/^<!DOCTYPE html>.*is under maintenance/),
  ],
  [
    '/dashboard/Public/nothing.html',
    404,
    FLASK,
    expressPage('Error: Missing S3 key'),
  ],
  ['/guppy/a&b', 404, FLASK, expressPage('Cannot GET /a&amp;b')],
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

// path, status, body
const DOCUMENTS: Array<[string, number, unknown]> = [
  ['/_status', 200, { message: 'Feelin good!', csrf: expect.any(String) }],
  ['/user/_version', 200, VERSION],
  ['/index/_version', 200, VERSION],
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
  ['/authz/resources', 200, { resources: ['/open'] }],
  [
    '/authz',
    401,
    { error: { message: 'auth request missing auth header', code: 401 } },
  ],
  [
    '/api/v0/submission/_dictionary/_all',
    200,
    {
      _definitions: {},
      _terms: {},
      case: { id: 'case', title: 'Case', category: 'administrative' },
      program: { id: 'program', title: 'Program', category: 'administrative' },
      project: { id: 'project', title: 'Project', category: 'administrative' },
    },
  ],
  ['/api/v0/submission/getschema', 200, { data: { __schema: { types: [] } } }],
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
  ['/mds/aggregate/tags', 200, { Access: { total: 1, names: [{ Open: 1 }] } }],
  ['/mds/aggregate/info/schema', 200, { _unique_id: { type: 'string' } }],
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
  ['/library/_status', 201, { status: 'OK', timestamp: SECONDS }],
  ['/library/_version', 200, PACKAGE],
  ['/analysis/v0/_status', 201, { status: 'OK', timestamp: SECONDS }],
  ['/analysis/v0/_version', 200, PACKAGE],
  ['/workflows/_version', 200, PACKAGE],
  ['/workflows/_status', 200, OK],
  ['/ga4gh/wes/v2/test', 200, { message: 'test' }],
  [
    '/api/search/datasets?nodes=case',
    200,
    { 'demo-study': { case: expect.any(Number) } },
  ],
  [
    '/api/search/datasets/projects',
    200,
    {
      projects: [
        {
          name: 'Demo study',
          code: 'demo-study',
          dbgap_accession_number: null,
        },
      ],
    },
  ],
  [
    '/data/config/gitops.json',
    200,
    expect.objectContaining({ appName: expect.any(String) }),
  ],
  ['/ai/topics/', 200, { topics: expect.any(Object) }],
  ['/ai/discovery/_status', 404, { detail: 'Not Found' }],
];

/** Of services that are made with Express or Gin. */
const DOCUMENTS_WITH_CHARSET: typeof DOCUMENTS = [
  [
    '/guppy/_status',
    200,
    {
      statusCode: 200,
      warnings: null,
      indices: expect.any(Object),
    },
  ],
  ['/guppy/_version', 200, VERSION],
  [
    '/cohort-middleware/_version',
    200,
    {
      version: {
        GitCommit: expect.stringMatching(/^[0-9a-f]{40}$/),
        GitVersion: '2026.10',
      },
    },
  ],
];

/** Number of the ETL's run that made the indices. */
const etlRun = (body: string) => /"case_(\d+)"/.exec(body)?.[1];

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

    // What Express sends was said to be plain JSON.
    it.each([
      ...DOCUMENTS.map(row => [JSON_TYPE, ...row] as const),
      ...DOCUMENTS_WITH_CHARSET.map(
        row => [JSON_WITH_CHARSET, ...row] as const,
      ),
    ])('answers with %s: %s, %i', async (type, path, status, body) => {
      const answer = await client.get(`${hostname}${path}`);

      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe(type);
      expect(JSON.parse(answer.body)).toEqual(body);
    });

    it('names the indices of guppy with their aliases', async () => {
      const { body } = await client.get(`${hostname}/guppy/_status`);

      expect(JSON.parse(body).indices).toEqual({
        [`case_${etlRun(body)}`]: { aliases: { case: {} }, arrayFields: [] },
        [`file_${etlRun(body)}`]: { aliases: { file: {} }, arrayFields: [] },
      });
    });

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
  const resources = await client.get('closed.example/authz/resources');
  const datasets = await client.get('closed.example/api/search/datasets');
  const projects = await client.get(
    'closed.example/api/search/datasets/projects',
  );

  expect([mapping.status, mapping.body]).toEqual([200, '{}']);
  expect([resources.status, resources.body]).toEqual([200, '{"resources":[]}']);
  expect([datasets.status, projects.status]).toEqual([401, 401]);
});

it.each(['commons', 'tags', 'info/schema', 'metadata/Kidney/info'])(
  'has no aggregate metadata unless it is switched on: %s',
  async path => {
    const answer = await client.get(`closed.example/mds/aggregate/${path}`);

    expect([answer.status, answer.body]).toEqual([
      404,
      '{"detail":"Not Found"}',
    ]);
  },
);

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
