import { indexd } from './indexd';
import {
  fastapiNotFound,
  flaskHealthy,
  flaskNotFound,
  gitDescribe,
  json,
  packageVersion,
} from './replies';
import { ServiceContext, SimulatedService } from './types';

/** Version in the dictionary's URL, the folder before `schema.json`. */
function dictionaryVersion({ commons }: ServiceContext): string {
  const folders = (commons.dictionaryUrl ?? '').split('/');
  return folders.at(-2) || 'develop';
}

const sheepdog: SimulatedService = {
  name: 'sheepdog',
  locations: [{ path: '/api/', strip: '/api' }],
  endpoints: [
    { path: '/_status', handle: flaskHealthy },
    {
      path: '/_version',
      handle: context =>
        json({
          ...gitDescribe(context, 'sheepdog'),
          dictionary: {
            version: dictionaryVersion(context),
            commit: context.facts.hex('commit dictionary', 40),
          },
        }),
    },
    {
      path: '/v0/submission/_dictionary/_all',
      handle: () =>
        json({
          _definitions: {},
          _terms: {},
          case: { id: 'case', title: 'Case', category: 'administrative' },
          program: {
            id: 'program',
            title: 'Program',
            category: 'administrative',
          },
          project: {
            id: 'project',
            title: 'Project',
            category: 'administrative',
          },
        }),
    },
  ],
  notFound: flaskNotFound,
};

/** Counts of each project; only for everybody when the values say so (`global.publicDataSets`). */
function datasets(context: ServiceContext) {
  if (!context.commons.publicDataSets) {
    return json(
      { message: 'You do not have access to read these datasets' },
      401,
    );
  }
  const nodes = (context.request.query.get('nodes') ?? 'case').split(',');
  const counts = Object.fromEntries(
    nodes.map(node => [node, context.facts.number(`count ${node}`, 20, 9000)]),
  );
  return json({ 'demo-study': counts });
}

const peregrine: SimulatedService = {
  name: 'peregrine',
  locations: [
    { path: '/peregrine/_status', strip: '/peregrine', skipsCsrfCheck: true },
    { path: '/peregrine/_version', strip: '/peregrine', skipsCsrfCheck: true },
    { path: '/api/search', strip: '/api/search' },
    { path: '/api/v0/submission/graphql', strip: '/api' },
    { path: '/api/v0/submission/getschema', strip: '/api' },
  ],
  endpoints: [
    { path: '/_status', handle: flaskHealthy },
    {
      path: '/_version',
      // The dictionary's version here is that of peregrine's package, a known oddity.
      handle: context =>
        json({
          ...gitDescribe(context, 'peregrine'),
          dictionary: {
            version: packageVersion(context, 'peregrine', 3),
            commit: '',
          },
        }),
    },
    { path: /^\/datasets\/?$/, handle: datasets },
    {
      path: '/datasets/projects',
      handle: context =>
        context.commons.publicDataSets
          ? json({
              projects: [
                {
                  name: 'Demo study',
                  code: 'demo-study',
                  dbgap_accession_number: null,
                },
              ],
            })
          : datasets(context),
    },
    {
      path: '/v0/submission/getschema',
      handle: () => json({ data: { __schema: { types: [] } } }),
    },
    {
      path: '/v0/submission/graphql',
      handle: () =>
        json(
          { data: null, errors: ['You do not have access to query the data'] },
          401,
        ),
    },
  ],
  notFound: flaskNotFound,
};

/** `metadata-service:src/mds/main.py`. */
const metadata: SimulatedService = {
  name: 'metadata',
  locations: [
    { path: '/mds/', strip: '/mds' },
    { path: '/mds-admin/', gate: 'arborist' },
  ],
  endpoints: [
    {
      path: '/_status',
      handle: ({ now, commons }) =>
        json({
          status: 'OK',
          timestamp: now.toISOString(),
          aggregate_metadata_enabled: commons.aggregate,
        }),
    },
    {
      path: '/version',
      handle: context => json(packageVersion(context, 'metadata', 4)),
    },
    {
      path: '/aggregate/commons',
      handle: context =>
        aggregate(context, {
          commons: context.commons.meshMembers.map(member => member.name),
        }),
    },
    {
      path: /^\/aggregate\/metadata\/[^/]+\/info$/,
      handle: context => {
        const name = decodeURIComponent(context.request.path.split('/')[3]);
        const member = context.commons.meshMembers.find(
          candidate => candidate.name === name,
        );
        return member
          ? aggregate(context, { commons_url: member.url })
          : aggregateNotFound(name);
      },
    },
    {
      path: '/aggregate/tags',
      handle: context =>
        aggregate(context, { Access: { total: 1, names: [{ Open: 1 }] } }),
    },
    {
      path: '/aggregate/info/schema',
      handle: context => aggregate(context, { _unique_id: { type: 'string' } }),
    },
  ],
  notFound: fastapiNotFound,
};

function aggregate(context: ServiceContext, body: object) {
  return context.commons.aggregate ? json(body) : fastapiNotFound();
}

function aggregateNotFound(name: string) {
  return json(
    {
      detail: {
        message: `no common exists with the given: ${name}`,
        code: 404,
      },
    },
    404,
  );
}

/** What holds the data and its description. */
export const DATA_MANAGEMENT_SERVICES: readonly SimulatedService[] = [
  indexd,
  sheepdog,
  peregrine,
  metadata,
];
