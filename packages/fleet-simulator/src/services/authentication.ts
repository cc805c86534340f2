import { Commons } from '../commons/types';
import { createPublicKey } from 'node:crypto';
import {
  flaskHealthy,
  flaskNotFound,
  gitDescribe,
  goNotFound,
  html,
  json,
} from './replies';
import { FENCE_PUBLIC_KEY_PEM } from './fencePublicKey';
import { ServiceContext, SimulatedService } from './types';

const jwk = createPublicKey(FENCE_PUBLIC_KEY_PEM).export({ format: 'jwk' });

function issuerOf(context: ServiceContext): string {
  const hostname = context.wrongIssuer
    ? `old-${context.commons.hostname}`
    : context.commons.hostname;
  return `https://${hostname}/user`;
}

function keyId(context: ServiceContext): string {
  return `fence_key_${context.facts.hex('jwt key', 16)}`;
}

/** `fence:fence/blueprints/well_known.py`. */
function openidConfiguration(context: ServiceContext): object {
  const issuer = issuerOf(context);
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth2/authorize`,
    token_endpoint: `${issuer}/oauth2/token`,
    userinfo_endpoint: `${issuer}/user`,
    jwks_uri: `${issuer}/.well-known/jwks`,
    revocation_endpoint: `${issuer}/oauth2/revoke`,
    registration_endpoint: issuer,
    scopes_supported: ['openid', 'user', 'data', 'google_link'],
    response_types_supported: ['code', 'id_token', 'id_token token'],
    response_modes_supported: ['query', 'fragment'],
    grant_types_supported: ['authorization_code', 'implicit'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    claims_supported: ['aud', 'sub', 'iss', 'exp', 'jti', 'auth_time', 'azp'],
  };
}

function loginProvider(commons: Commons, idp: string, name: string): object {
  const url = `https://${commons.hostname}/user/login/${idp}`;
  return {
    desc: '',
    id: idp,
    idp,
    name,
    secondary: false,
    url,
    urls: [{ name, url }],
  };
}

/** `fence:fence/blueprints/login/__init__.py`. */
function loginProviders({ commons }: ServiceContext): object {
  const google = loginProvider(commons, 'google', 'Google');
  const ras = loginProvider(commons, 'ras', 'NIH Login');
  return { default_provider: google, providers: [google, ras] };
}

const fence: SimulatedService = {
  name: 'fence',
  locations: [
    { path: '/user/', strip: '/user' },
    // Fence has a CSRF protection of its own for the registration form.
    { path: '/user/register', strip: '/user', skipsCsrfCheck: true },
    { path: '/user/metrics', gate: 'deny', skipsCsrfCheck: true },
    {
      path: '/user/credentials/token/denylisted',
      gate: 'deny',
      skipsCsrfCheck: true,
    },
    { path: '/.well-known/' },
  ],
  endpoints: [
    { path: '/_status', handle: flaskHealthy },
    {
      path: '/_version',
      handle: context => json(gitDescribe(context, 'fence')),
    },
    {
      path: '/jwt/keys',
      handle: context =>
        json({ keys: [[keyId(context), FENCE_PUBLIC_KEY_PEM]] }),
    },
    {
      path: '/.well-known/jwks',
      handle: context =>
        json({
          keys: [
            {
              ...jwk,
              alg: 'RS256',
              key_ops: ['verify'],
              kid: keyId(context),
              use: 'sig',
            },
          ],
        }),
    },
    {
      path: '/.well-known/openid-configuration',
      handle: context => json(openidConfiguration(context)),
    },
    { path: '/login', handle: context => json(loginProviders(context)) },
    {
      path: '/user',
      handle: () => html('<h1>Unauthorized</h1><p>Please login</p>', 401),
    },
    {
      path: /^\/register\/?$/,
      handle: () => html('<h1>Unauthorized</h1><p>Please login</p>', 401),
    },
  ],
  notFound: flaskNotFound,
};

/** The second Deployment of fence's chart: it signs URLs, and keeps doing so while fence itself is down. */
const presignedUrlFence: SimulatedService = {
  name: 'presigned-url-fence',
  partOf: 'fence',
  locations: [
    { path: '/user/data/download', strip: '/user' },
    { match: 'pattern', path: '/ga4gh/drs/v1/objects/(.*)/access' },
    {
      match: 'pattern',
      path: '/ga4gh/drs/v1/objects/access',
      flavour: 'helm',
    },
  ],
  endpoints: [
    {
      path: /^\/data\/download\/|^\/ga4gh\/drs\/v1\/objects\//,
      handle: () => json({ message: 'Please login' }, 401),
    },
  ],
  notFound: flaskNotFound,
};

/** What an anonymous user may do; an empty map on commons that show nothing without login. */
function anonymousMapping({ commons }: ServiceContext): object {
  const openData = commons.publicDataSets
    ? { '/open': [{ method: 'read', service: '*' }] }
    : {};
  return openData;
}

const arborist: SimulatedService = {
  name: 'arborist',
  locations: [
    { match: 'exact', path: '/authz' },
    { match: 'exact', path: '/authz/resources' },
    { match: 'exact', path: '/authz/mapping', getOnly: true },
    {
      match: 'exact',
      path: '/authz/policy',
      getOnly: true,
      gate: 'arborist',
    },
    {
      match: 'exact',
      path: '/gen3-authz-test',
      gate: 'arborist',
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [
    {
      path: '/authz/mapping',
      handle: context => json(anonymousMapping(context)),
    },
    {
      path: '/authz/resources',
      handle: context =>
        json({ resources: Object.keys(anonymousMapping(context)) }),
    },
    {
      // `/auth/proxy` looks for a token before anything else (`arborist:arborist/auth.go`).
      path: '/authz',
      handle: () =>
        json(
          { error: { message: 'auth request missing auth header', code: 401 } },
          401,
        ),
    },
  ],
  notFound: goNotFound,
};

/** Who somebody is and what they may do. */
export const AUTHENTICATION_SERVICES: readonly SimulatedService[] = [
  fence,
  presignedUrlFence,
  arborist,
];
