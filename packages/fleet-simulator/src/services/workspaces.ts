import {
  fastapiNotFound,
  goNotFound,
  html,
  json,
  jsonWithCharset,
  packageVersion,
  templateStatus,
  text,
} from './replies';
import { SimulatedService } from './types';

/** Nothing of these services is open to anonymous callers, so their answers behind the gate are never seen. */
function healthyText() {
  return text('Healthy');
}

const hatchery: SimulatedService = {
  name: 'hatchery',
  locations: [
    {
      path: '/lw-workspace/',
      strip: '/lw-workspace',
      gate: 'arborist',
      toNoAccessPage: [403],
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [{ path: '/_status', handle: healthyText }],
  notFound: goNotFound,
};

const ambassador: SimulatedService = {
  name: 'ambassador',
  locations: [
    {
      path: '/lw-workspace/proxy/',
      strip: '/lw-workspace/proxy',
      gate: 'arborist',
      toNoAccessPage: [403],
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [],
  notFound: () => html('', 404),
};

const sower: SimulatedService = {
  name: 'sower',
  locations: [
    {
      path: '/job/',
      strip: '/job',
      gate: 'arborist',
      toNoAccessPage: [401],
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [{ path: '/_status', handle: healthyText }],
  notFound: goNotFound,
};

/** `cohort-middleware:server/router.go`, made with Gin. */
const cohortMiddleware: SimulatedService = {
  name: 'cohort-middleware',
  locations: [
    {
      path: '/cohort-middleware/',
      strip: '/cohort-middleware',
      skipsCsrfCheck: true,
    },
    {
      path: '/cohort-middleware/cohort-data/',
      gate: 'deny',
      skipsCsrfCheck: true,
    },
  ],
  endpoints: [
    { path: '/_health', handle: () => text('ok!') },
    {
      path: '/_version',
      handle: context =>
        jsonWithCharset({
          version: {
            GitCommit: context.facts.hex('commit cohort-middleware', 40),
            GitVersion: context.tagOf('cohort-middleware') ?? 'N/A',
          },
        }),
    },
  ],
  notFound: goNotFound,
};

const argoWrapper: SimulatedService = {
  name: 'argo-wrapper',
  locations: [{ path: '/ga4gh/wes/v2/', strip: '/ga4gh/wes/v2' }],
  endpoints: [{ path: '/test', handle: () => json({ message: 'test' }) }],
  notFound: () => json({ detail: 'Not Found' }, 404),
};

/** `mariner:mariner/server.go`: each of its paths wants a token with a right that nobody has here. */
const mariner: SimulatedService = {
  name: 'mariner',
  locations: [{ path: '/ga4gh/wes/v1/', strip: '/ga4gh/wes/v1' }],
  endpoints: [
    {
      path: /^\/(_status|runs(\/[^/]+(\/(status|cancel))?)?)\/?$/,
      handle: () => text('user not authorized to access this resource\n', 403),
    },
  ],
  notFound: goNotFound,
};

const ohdsiWebapi: SimulatedService = {
  name: 'ohdsi-webapi',
  locations: [{ path: '/ohdsi-webapi/', strip: '/ohdsi-webapi' }],
  endpoints: [
    {
      path: '/WebAPI/info/',
      handle: () => json({ version: '2.14.0', buildInfo: {} }),
    },
  ],
  notFound: () => html('<!doctype html><title>404</title>', 404),
};

const ohdsiAtlas: SimulatedService = {
  name: 'ohdsi-atlas',
  locations: [{ path: '/ohdsi-atlas/', strip: '/ohdsi-atlas' }],
  endpoints: [
    { path: '/', handle: () => html('<!doctype html><title>ATLAS</title>') },
  ],
  notFound: () => html('<!doctype html><title>404</title>', 404),
};

const ohifViewer: SimulatedService = {
  name: 'ohif-viewer',
  locations: [{ path: '/ohif-viewer/', strip: '/ohif-viewer' }],
  endpoints: [
    {
      path: '/',
      handle: () => html('<!doctype html><title>OHIF Viewer</title>'),
    },
  ],
  notFound: () => html('<!doctype html><title>OHIF Viewer</title>'),
};

const orthanc: SimulatedService = {
  name: 'orthanc',
  locations: [{ path: '/orthanc/', strip: '/orthanc', gate: 'arborist' }],
  endpoints: [],
  notFound: goNotFound,
};

const dicomServer: SimulatedService = {
  name: 'dicom-server',
  locations: [{ path: '/dicom-server/', strip: '/dicom-server' }],
  endpoints: [
    {
      path: '/system',
      handle: () =>
        json({ ApiVersion: 24, Name: 'Orthanc', Version: '1.12.4' }),
    },
    {
      path: '/',
      handle: () => html('<!doctype html><title>DICOM server</title>'),
    },
  ],
  notFound: goNotFound,
};

/** A service made from Gen3's FastAPI template; that gen3-embeddings is one is our guess. */
function aiService(name: string, prefix: string): SimulatedService {
  return {
    name,
    locations: [{ path: `${prefix}/`, strip: prefix }],
    endpoints: [
      { path: '/_status', handle: ({ now }) => templateStatus(now) },
      {
        path: '/_version',
        handle: context => json({ version: packageVersion(context, name, 1) }),
      },
    ],
    notFound: fastapiNotFound,
  };
}

/** `gen3-discovery-ai:gen3discoveryai/routes.py`. */
const discoveryAi: SimulatedService = {
  name: 'gen3-discovery-ai',
  locations: [
    { path: '/ai/ask', strip: '/ai', flavour: 'helm' },
    { path: '/ai/topics', strip: '/ai', flavour: 'helm' },
    // Maps `/ai/discovery/_status` to `/discovery/_status`, which the service does not have.
    { path: '/ai/discovery', strip: '/ai', flavour: 'helm' },
    { path: '/ai', strip: '/ai', flavour: 'cloud-automation' },
  ],
  endpoints: [
    {
      path: /^\/_status\/?$/,
      // Python's `time.time()`: seconds.
      handle: ({ now }) =>
        json({ status: 'OK', timestamp: now.getTime() / 1000 }),
    },
    {
      path: /^\/_version\/?$/,
      handle: context =>
        json({ version: packageVersion(context, 'gen3-discovery-ai', 1) }),
    },
    {
      path: /^\/topics\/?$/,
      handle: () => json({ topics: { default: {} } }),
    },
  ],
  notFound: () => json({ detail: 'Not Found' }, 404),
};

/** Workspaces, analysis, imaging. */
export const WORKSPACE_SERVICES: readonly SimulatedService[] = [
  hatchery,
  ambassador,
  sower,
  cohortMiddleware,
  argoWrapper,
  mariner,
  ohdsiWebapi,
  ohdsiAtlas,
  ohifViewer,
  orthanc,
  dicomServer,
  aiService('gen3-analysis', '/analysis/v0'),
  aiService('gen3-embeddings', '/ai/embeddings'),
  discoveryAi,
];
