import {
  expressNotFound,
  fastapiNotFound,
  flaskHealthy,
  flaskNotFound,
  gitDescribe,
  json,
  jsonWithCharset,
  packageVersion,
  templateStatus,
  text,
} from './replies';
import { ServiceContext, SimulatedService } from './types';

/** `guppy:src/server/endpoints.js`. */
function guppyStatus({ facts }: ServiceContext): object {
  const suffix = facts.number('etl run', 0, 9);
  const index = (name: string) => ({
    [`${name}_${suffix}`]: { aliases: { [name]: {} }, arrayFields: [] },
  });
  return {
    statusCode: 200,
    // What Elasticsearch's client says when there are none.
    warnings: null,
    indices: { ...index('case'), ...index('file') },
  };
}

/** An Express service (`guppy:src/server/server.js`). */
const guppy: SimulatedService = {
  name: 'guppy',
  locations: [{ path: '/guppy/', strip: '/guppy' }],
  endpoints: [
    {
      path: '/_status',
      handle: context => jsonWithCharset(guppyStatus(context)),
    },
    {
      path: '/_version',
      handle: context => jsonWithCharset(gitDescribe(context, 'guppy')),
    },
  ],
  notFound: ({ request }) =>
    expressNotFound(`Cannot ${request.method} ${request.path}`),
};

/** Commons whose data a workspace here may use: those of the mesh. Secrets are never part of it. */
function externalOidc({ commons }: ServiceContext): object {
  const members = commons.meshMembers.filter(({ isGen3 }) => isGen3);
  return {
    providers: members.map(({ name, url }) => {
      const idp = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const login = {
        name: `${name} Login`,
        url: `https://${commons.hostname}/wts/oauth2/authorization_url?idp=${idp}`,
      };
      return {
        base_url: url,
        idp,
        name: login.name,
        refresh_token_expiration: null,
        urls: [login],
      };
    }),
  };
}

const wts: SimulatedService = {
  name: 'wts',
  locations: [{ path: '/wts/', strip: '/wts' }],
  endpoints: [
    { path: '/_status', handle: flaskHealthy },
    { path: '/_version', handle: context => json(gitDescribe(context, 'wts')) },
    {
      path: '/external_oidc/',
      handle: context => json(externalOidc(context)),
    },
  ],
  notFound: flaskNotFound,
};

/** A FastAPI service of the usual kind: `/_status` says OK, `/_version` is its package's version. */
function fastapiService(options: {
  name: string;
  prefix: string;
  major: number;
  gate?: 'denylist';
  getOnly?: boolean;
}): SimulatedService {
  const { name, prefix, major, gate, getOnly } = options;
  return {
    name,
    locations: [{ path: `${prefix}/`, strip: prefix, gate, getOnly }],
    endpoints: [
      { path: '/_status', handle: () => json({ status: 'OK' }) },
      {
        path: '/_version',
        handle: context =>
          json({ version: packageVersion(context, name, major) }),
      },
    ],
    notFound: fastapiNotFound,
  };
}

const workflow = fastapiService({
  name: 'gen3-workflow',
  prefix: '/workflows',
  major: 1,
  gate: 'denylist',
});

const workflowAndTes: SimulatedService = {
  ...workflow,
  locations: [
    ...workflow.locations,
    { path: '/ga4gh/tes/v1/', gate: 'denylist' },
  ],
  endpoints: [
    ...workflow.endpoints,
    {
      // The handler asks for the user's id, so an anonymous caller is turned away (gen3workflow/routes/ga4gh_tes.py).
      path: /^\/ga4gh\/tes\/v1\//,
      handle: () => json({ detail: 'Must provide an access token' }, 401),
    },
  ],
};

const library: SimulatedService = {
  name: 'gen3-user-data-library',
  locations: [{ path: '/library', strip: '/library' }],
  endpoints: [
    {
      path: '/_status',
      handle: ({ now }) => templateStatus(now),
    },
    {
      path: '/_version',
      handle: context =>
        json({
          version: packageVersion(context, 'gen3-user-data-library', 1),
        }),
    },
  ],
  notFound: fastapiNotFound,
};

const manifestservice: SimulatedService = {
  name: 'manifestservice',
  locations: [{ path: '/manifests/', strip: '/manifests' }],
  // Static: it says so whether or not its bucket can be reached, and has no version.
  endpoints: [{ path: '/_status', handle: flaskHealthy }],
  notFound: flaskNotFound,
};

const accessBackend: SimulatedService = {
  name: 'access-backend',
  locations: [{ path: '/access-backend/', strip: '/access-backend' }],
  endpoints: [{ path: '/_status', handle: () => text('Healthy') }],
  notFound: fastapiNotFound,
};

/** Services around searching data, asking for access and collecting it. */
export const EXPLORATION_SERVICES: readonly SimulatedService[] = [
  guppy,
  wts,
  fastapiService({ name: 'requestor', prefix: '/requestor', major: 1 }),
  fastapiService({ name: 'audit', prefix: '/audit', major: 6, getOnly: true }),
  library,
  manifestservice,
  workflowAndTes,
  accessBackend,
];
