import { GEN3_SERVICES } from './gen3Services';
import { probesOf } from './probesOf';
import { FRONTEND_ROOTS, Gen3Service } from './types';

function row(name: string): Gen3Service {
  const found = GEN3_SERVICES.find(service => service.name === name);
  if (!found) throw new Error(`No service "${name}"`);
  return found;
}

/** Sub-charts that are no services of Gen3; every other dependency of the chart has a row. */
const NO_SERVICES = [
  'common',
  'elasticsearch',
  'gen3-network-policies',
  'neuvector',
  'postgresql',
];

/** Dependencies of `gen3-helm:helm/gen3/Chart.yaml` at 42cc46bc. */
const SUB_CHARTS =
  'access-backend ambassador arborist argo-wrapper audit aws-es-proxy aws-sigv4-proxy cedar cohort-middleware common dashboard datareplicate data-upload-cron embedding-management-service etl frontend-framework fence funnel gen3-embeddings gen3-user-data-library gen3-workflow guppy hatchery indexd manifestservice metadata peregrine portal requestor revproxy sheepdog ssjdispatcher sower wts zendesk-wrapper gen3-network-policies dicom-server ohif-viewer orthanc gen3-analysis ohdsi-atlas ohdsi-webapi elasticsearch postgresql neuvector jeg workspace-proxy vectis-overlays'.split(
    ' ',
  );

describe('the service registry', () => {
  it('has one row for every sub-chart that is a service', () => {
    expect(GEN3_SERVICES.map(({ name }) => name).sort()).toEqual(
      SUB_CHARTS.filter(name => !NO_SERVICES.includes(name)).sort(),
    );
  });

  it('switches on what the chart switches on', () => {
    expect(
      GEN3_SERVICES.filter(service => service.enabledByDefault)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
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
    ]);
  });

  it('takes for critical what the charts label so, without what only workspaces and ingestion need', () => {
    expect(
      GEN3_SERVICES.filter(service => service.critical)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      'arborist',
      'fence',
      'frontend-framework',
      'guppy',
      'indexd',
      'metadata',
      'peregrine',
      'portal',
      'revproxy',
      'sheepdog',
    ]);
  });

  it.each<[string, string[]]>([
    ['fence', ['fence-deployment', 'presigned-url-fence-deployment']],
    ['sower', ['sower']],
    ['ssjdispatcher', ['ssjdispatcher']],
    ['cedar', ['cedar-wrapper-deployment']],
    ['funnel', ['funnel']],
    ['jeg', ['jupyter-enterprise-gateway']],
    ['workspace-proxy', ['workspace-proxy']],
    ['etl', []],
    ['indexd', ['indexd-deployment']],
  ])('knows the Deployments of %s', (name, deployments) => {
    expect(row(name).deployments).toEqual(deployments);
  });

  // As the chart renders them with global.autoscaling.enabled, gen3-helm at 42cc46bc: all others get an autoscaler then.
  it('knows what does not scale by itself with all others', () => {
    expect(
      Object.fromEntries(
        GEN3_SERVICES.flatMap(({ name, scaling }) =>
          scaling ? [[name, scaling]] : [],
        ),
      ),
    ).toEqual({
      audit: 'broken-autoscaling',
      cedar: 'broken-autoscaling',
      'embedding-management-service': 'own-autoscaling',
      funnel: 'replicas',
      jeg: 'replicas',
      'ohdsi-atlas': 'replicas',
      'ohdsi-webapi': 'replicas',
      sower: 'broken-autoscaling',
      ssjdispatcher: 'broken-autoscaling',
      'vectis-overlays': 'parts',
      'workspace-proxy': 'replicas',
      'zendesk-wrapper': 'broken-autoscaling',
    });
  });

  it.each<[string, string[]]>([
    ['wts', ['workspace-token-service']],
    ['dashboard', ['dashboard']],
    ['aws-es-proxy', ['elasticsearch', 'gen3-elasticsearch-master']],
    ['aws-sigv4-proxy', ['elasticsearch', 'gen3-elasticsearch-master']],
    ['ambassador', ['ambassador-service', 'ambassador-admin']],
    ['cedar', ['cedar-wrapper-service']],
    ['fence', ['fence-service', 'presigned-url-fence-service']],
    ['etl', []],
  ])('knows the Kubernetes Services of %s', (name, services) => {
    expect(row(name).kubernetesServices).toEqual(services);
  });

  it.each<[string, string]>([
    ['fence', 'app in (fence,presigned-url-fence)'],
    ['jeg', 'app=enterprise-gateway'],
    ['cohort-middleware', 'app.kubernetes.io/name=cohort-middleware'],
    ['dashboard', 'app.kubernetes.io/name=dashboard'],
    ['ohdsi-atlas', 'app=ohdsi-atlas'],
    ['data-upload-cron', 'app.kubernetes.io/name=data-upload-cron'],
  ])('selects the pods of %s', (name, selector) => {
    expect(row(name).podSelector).toBe(selector);
  });

  // etl, datareplicate and data-upload-cron had none, and so no Kubernetes tab in Backstage.
  it('selects something of every service', () => {
    expect(GEN3_SERVICES.filter(({ podSelector }) => !podSelector)).toEqual([]);
  });

  it('selects all CronJobs of the commons where no label tells those of a service from others', () => {
    const selector =
      '!app.kubernetes.io/name,app notin (presigned-url-fence,ohdsi-atlas,ohdsi-webapi,enterprise-gateway,workspace-proxy,siem-service,search-auth-proxy,gen3-elasticsearch-master)';
    expect(
      GEN3_SERVICES.filter(({ podSelector }) => podSelector === selector).map(
        ({ name }) => name,
      ),
    ).toEqual(['etl', 'datareplicate']);
  });

  it.each<[string, string]>([
    ['revproxy', '/_status'],
    ['portal', '/'],
    ['fence', '/user/_status'],
    ['arborist', '/authz/mapping'],
    ['indexd', '/index/_status'],
    ['sheepdog', '/api/_status'],
    ['peregrine', '/peregrine/_status'],
    ['guppy', '/guppy/_status'],
    ['metadata', '/mds/_status'],
    ['wts', '/wts/_status'],
    ['requestor', '/requestor/_status'],
    ['audit', '/audit/_status'],
    ['gen3-user-data-library', '/library/_status'],
    ['manifestservice', '/manifests/_status'],
    ['gen3-workflow', '/workflows/_status'],
    ['cohort-middleware', '/cohort-middleware/_health'],
    ['argo-wrapper', '/ga4gh/wes/v2/test'],
    ['access-backend', '/access-backend/_status'],
  ])('asks %s at %s', (name, path) => {
    expect(row(name).probes[0]?.path).toBe(path);
  });

  it.each([
    'hatchery',
    'sower',
    'ambassador',
    'ssjdispatcher',
    'orthanc',
    'cedar',
    'zendesk-wrapper',
    'etl',
  ])('has no anonymous status of %s, and says why', name => {
    expect(row(name).probes).toEqual([]);
    expect(row(name).whyNoProbe).toMatch(/\.$/);
  });

  it('asks fence for its keys as well, because nobody can check a token without', () => {
    expect(row('fence').probes).toEqual([
      expect.objectContaining({ path: '/user/_status' }),
      {
        id: 'jwt-keys',
        path: '/user/jwt/keys',
        body: { kind: 'json-object', filled: ['keys'] },
      },
    ]);
  });

  it('does not need images to download files', () => {
    expect(
      GEN3_SERVICES.filter(({ journeys }) => journeys.includes('download'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['arborist', 'fence', 'indexd', 'revproxy']);
  });

  it('knows the Job that makes the database of every service that has one', () => {
    // Charts with a template of that Job, gen3-helm at 42cc46bc.
    const charts =
      'arborist audit dicom-server embedding-management-service fence funnel gen3-embeddings gen3-user-data-library indexd metadata ohdsi-webapi orthanc peregrine requestor sheepdog wts';
    const names = GEN3_SERVICES.flatMap(({ jobs }) => jobs)
      .map(({ name }) => name)
      .filter(name => name.endsWith('-dbcreate'));
    expect(names.sort()).toEqual(
      charts.split(' ').map(name => `${name}-dbcreate`),
    );
  });

  // A healthy gen3-analysis was shown as degraded: it answers 201, and its row said 200.
  it('expects 201 of the services that are made from one template', () => {
    expect(
      GEN3_SERVICES.flatMap(({ name, probes }) =>
        probes.flatMap(({ status }) => (status ? [[name, status]] : [])),
      ),
    ).toEqual([
      ['gen3-analysis', 201],
      ['gen3-embeddings', 201],
      ['gen3-user-data-library', 201],
    ]);
  });

  it('knows every anonymous version, and what its answer looks like', () => {
    const object = (path: string, ...keys: string[]) => ({
      path,
      body: { kind: 'json-object', keys },
    });
    expect(
      Object.fromEntries(
        GEN3_SERVICES.flatMap(({ name, version }) =>
          version ? [[name, version]] : [],
        ),
      ),
    ).toEqual({
      fence: object('/user/_version', 'version', 'commit'),
      indexd: object('/index/_version', 'version', 'commit'),
      // No underscore, and no object.
      metadata: { path: '/mds/version', body: { kind: 'json-string' } },
      sheepdog: object('/api/_version', 'version', 'commit', 'dictionary'),
      peregrine: object(
        '/peregrine/_version',
        'version',
        'commit',
        'dictionary',
      ),
      wts: object('/wts/_version', 'version', 'commit'),
      guppy: object('/guppy/_version', 'version', 'commit'),
      audit: object('/audit/_version', 'version'),
      requestor: object('/requestor/_version', 'version'),
      'gen3-user-data-library': object('/library/_version', 'version'),
      'gen3-workflow': object('/workflows/_version', 'version'),
      'gen3-analysis': object('/analysis/v0/_version', 'version'),
      'cohort-middleware': object('/cohort-middleware/_version', 'version'),
      'ohdsi-webapi': object('/ohdsi-webapi/WebAPI/info/', 'version'),
      'gen3-embeddings': {
        path: '/ai/embeddings/_version',
        body: { kind: 'not-html' },
      },
    });
  });

  it('knows what is there behind a log-in', () => {
    expect(
      Object.fromEntries(
        GEN3_SERVICES.flatMap(({ name, gatedPath }) =>
          gatedPath ? [[name, gatedPath]] : [],
        ),
      ),
    ).toEqual({
      ambassador: '/lw-workspace/proxy/',
      cedar: '/cedar/_status/',
      funnel: '/ga4gh/tes/v1/service-info',
      hatchery: '/lw-workspace/_status',
      orthanc: '/orthanc/system',
      sower: '/job/_status',
      'zendesk-wrapper': '/zendesk/_status/',
    });
  });

  it.each<[string, string, string]>([
    ['portal', '/', '/portal/'],
    ['frontend-framework', '/ff', '/'],
    ['fence', '/user/_status', '/user/_status'],
  ])(
    'asks %s at %s when the portal is at the root, and at %s when gen3ff is',
    (name, portal, gen3ff) => {
      expect(probesOf(row(name))[0]?.path).toBe(portal);
      expect(probesOf(row(name), 'gen3ff')[0]?.path).toBe(gen3ff);
    },
  );

  it('knows the switch that funnel shares with gen3-workflow', () => {
    expect(row('funnel').enabledBy).toBe('gen3-workflow.enabled');
  });

  it.each<[string, string[]]>([
    ['guppy', ['etl']],
    ['hatchery', ['ambassador', 'wts']],
    ['gen3-workflow', ['funnel']],
    ['fence', ['arborist']],
    ['sheepdog', ['indexd']],
    ['peregrine', ['indexd']],
    ['requestor', ['arborist']],
    ['ssjdispatcher', ['indexd', 'metadata']],
  ])('knows what %s depends on', (name, dependencies) => {
    expect(row(name).dependsOn).toEqual(dependencies);
  });

  it.each<[string, string, string | undefined]>([
    ['fence', 'usersync', '*/30 * * * *'],
    ['fence', 'useryaml', undefined],
    ['etl', 'etl-cronjob', '*/30 * * * *'],
    ['arborist', 'arborist-rm-expired-access', '*/5 * * * *'],
    ['metadata', 'metadata-aggregate-sync', '0 0 1 1 */5'],
    ['hatchery', 'hatchery-reaper', '*/15 * * * *'],
  ])('knows the job of %s called %s', (name, job, schedule) => {
    expect(row(name).jobs.find(each => each.name === job)).toMatchObject({
      kind: schedule ? 'CronJob' : 'Job',
    });
    expect(row(name).jobs.find(each => each.name === job)?.schedule).toBe(
      schedule,
    );
  });
});

describe.each(GEN3_SERVICES.map(service => [service.name, service] as const))(
  'the row of %s',
  (_name, service) => {
    it('has a probe or says why not, never both', () => {
      expect(service.probes.length > 0).toBe(!service.whyNoProbe);
    });

    it('names a path behind a log-in only where it says why there is no probe', () => {
      expect(Boolean(service.gatedPath && !service.whyNoProbe)).toBe(false);
    });

    it('has probes that can be told apart', () => {
      for (const root of FRONTEND_ROOTS) {
        const ids = probesOf(service, root).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    it('has paths that start with a slash', () => {
      const paths = [
        ...service.probes.map(({ path }) => path),
        ...probesOf(service, 'gen3ff').map(({ path }) => path),
        service.version?.path,
        service.gatedPath,
      ].filter(path => path !== undefined);
      expect(paths.every(path => /^\/[^\s?#]*$/.test(path))).toBe(true);
    });

    it('offers only journeys that it serves', () => {
      expect(service.journeys).toEqual(expect.arrayContaining(service.offers));
    });

    it('has a schedule for every CronJob and for no Job', () => {
      for (const job of service.jobs) {
        expect(job.schedule !== undefined).toBe(job.kind === 'CronJob');
      }
    });

    it('has a link and a description that is a sentence', () => {
      expect(URL.canParse(service.docsUrl ?? '')).toBe(true);
      expect(service.description).toMatch(/^\S.*\.$/);
    });
  },
);

describe('the rows together', () => {
  it('have unique names and legacy names', () => {
    const names = GEN3_SERVICES.flatMap(({ name, legacyNames = [] }) => [
      name,
      ...legacyNames,
    ]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('depend on rows that exist, without going round in circles', () => {
    const visit = (name: string, path: string[]): void => {
      expect(path).not.toContain(name);
      row(name).dependsOn.forEach(next => visit(next, [...path, name]));
    };
    GEN3_SERVICES.forEach(({ name }) => visit(name, []));
  });

  it('offer every journey', () => {
    expect(
      [...new Set(GEN3_SERVICES.flatMap(({ offers }) => offers))].sort(),
    ).toEqual(['download', 'login', 'search', 'submit', 'workspace']);
  });

  it('have jobs with unique names, as the names are fixed in a namespace', () => {
    const jobs = GEN3_SERVICES.flatMap(service => service.jobs).flatMap(
      ({ name, legacyNames = [] }) => [name, ...legacyNames],
    );
    expect(new Set(jobs).size).toBe(jobs.length);
  });

  it('know the jobs that cloud-automation calls otherwise', () => {
    // Templates of cloud-automation:kube/services/jobs that do the work of a job with another name; all others have the same one.
    expect(
      GEN3_SERVICES.flatMap(service => service.jobs).flatMap(
        ({ name, legacyNames }) =>
          legacyNames ? [[name, ...legacyNames]] : [],
      ),
    ).toEqual([
      ['fence-db-migrate-cronjob', 'fence-db-migrate'],
      ['migrate-to-single-table-indexd', 'indexd-single-table-migration'],
      ['etl-cronjob', 'etl'],
    ]);
  });
});
