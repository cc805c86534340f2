import { flaskHealthy, flaskNotFound, gitDescribe, json } from './replies';
import { ServiceContext, SimulatedService } from './types';

function fileCount({ facts }: ServiceContext): number {
  return facts.number('file count', 1_200, 2_000_000);
}

/** Total bytes of all files: 1 MB to 500 MB a file. */
function totalFileSize(context: ServiceContext): number {
  return fileCount(context) * context.facts.number('file size', 1e6, 5e8);
}

/** `indexd:indexd/drs/blueprint.py`, as GA4GH service-info. */
function drsServiceInfo(context: ServiceContext): object {
  const { commons } = context;
  return {
    id: commons.hostname.split('.').reverse().join('.'),
    name: 'DRS System',
    version: '1.5.0',
    type: { group: 'org.ga4gh', artifact: 'drs', version: '1.5.0' },
    organization: { name: 'CTDS', url: `https://${commons.hostname}` },
    maxBulkRequestLength: 500,
    drs: {
      maxBulkRequestLength: 500,
      objectCount: fileCount(context),
      totalObjectSize: totalFileSize(context),
    },
  };
}

/**
 * The other indexd's that this one asks for records it does not have (`DIST` of `indexd:indexd/default_settings.py`): those
 * of a hub's members. `hints` are patterns of the identifiers that a member is asked for first; Flask sorts the keys.
 */
function federatedIndexds({ commons, facts }: ServiceContext): object[] {
  return commons.meshMembers
    .filter(({ isGen3 }) => isGen3)
    .map(({ name, url }) => {
      const host = `${url.replace(/\/+$/, '')}/index/`;
      const prefix = facts.hex(`guid prefix ${url}`, 4).toUpperCase();
      return { hints: [`.*dg\\.${prefix}.*`], host, name, type: 'indexd' };
    });
}

function indexRecords(context: ServiceContext): object {
  const limit = Math.min(Number(context.request.query.get('limit')) || 100, 5);
  const records = Array.from({ length: limit }, (_, index) => ({
    did: context.facts.uuid(`record ${index}`),
    file_name: `sample-${index}.vcf.gz`,
    size: context.facts.number(`size ${index}`, 1e6, 5e8),
    hashes: { md5: context.facts.hex(`md5 ${index}`, 32) },
    authz: ['/open'],
    urls: [],
  }));
  return { acls: null, ids: null, limit, page: null, records, start: null };
}

/** Where data objects are: `indexd:indexd/index/blueprint.py`. */
export const indexd: SimulatedService = {
  name: 'indexd',
  locations: [
    { path: '/index/', strip: '/index' },
    { path: '/ga4gh/' },
    { path: '/index-admin/', gate: 'arborist' },
  ],
  endpoints: [
    { path: '/_status', handle: flaskHealthy },
    {
      path: '/_version',
      handle: context => json(gitDescribe(context, 'indexd')),
    },
    {
      path: '/_stats',
      handle: context =>
        json({
          fileCount: fileCount(context),
          totalFileSize: totalFileSize(context),
        }),
    },
    {
      path: '/_dist',
      handle: context => json(federatedIndexds(context)),
    },
    { path: /^\/index\/?$/, handle: context => json(indexRecords(context)) },
    {
      path: '/ga4gh/drs/v1/service-info',
      handle: context => json(drsServiceInfo(context)),
    },
    {
      path: /^\/ga4gh\/drs\/v1\/objects\//,
      handle: () =>
        json({ msg: 'No bundle or record found', status_code: 404 }, 404),
    },
  ],
  notFound: flaskNotFound,
};
