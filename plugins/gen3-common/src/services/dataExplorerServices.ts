import { JOBS_SELECTOR } from './jobsSelector';
import { Gen3Service } from './types';

const CODE = 'https://github.com/uc-cdis';
const CHARTS = 'https://github.com/uc-cdis/gen3-helm/tree/master/helm';

/** Search over flattened documents in Elasticsearch. */
export const dataExplorerServices: Gen3Service[] = [
  {
    name: 'guppy',
    title: 'Guppy',
    description: 'Search of the explorer pages on Elasticsearch indices.',
    docsUrl: `${CODE}/guppy`,
    bundle: 'data-explorer',
    monthly: true,
    enabledByDefault: false,
    critical: true,
    dependsOn: ['etl'],
    journeys: ['search'],
    offers: ['search'],
    // Asks Elasticsearch for its indices (guppy:src/server/endpoints.js); without any there is nothing to search in.
    probes: [
      {
        path: '/guppy/_status',
        body: { kind: 'json-object', filled: ['indices'] },
      },
    ],
    version: {
      path: '/guppy/_version',
      body: { kind: 'json-object', keys: ['version', 'commit'] },
    },
    deployments: ['guppy-deployment'],
    kubernetesServices: ['guppy-service'],
    podSelector: 'app=guppy',
    jobs: [],
    database: false,
  },
  {
    name: 'etl',
    title: 'ETL',
    description:
      'Flattens submitted data into the Elasticsearch indices of guppy.',
    docsUrl: `${CODE}/tube`,
    bundle: 'data-explorer',
    monthly: true,
    enabledByDefault: true,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    probes: [],
    whyNoProbe: 'It only has jobs; nothing answers requests.',
    deployments: [],
    kubernetesServices: [],
    podSelector: JOBS_SELECTOR,
    jobs: [
      {
        name: 'etl-cronjob',
        kind: 'CronJob',
        schedule: '*/30 * * * *',
        suspended: true,
        needed: true,
        legacyNames: ['etl'],
        title: 'Run the ETL',
      },
      {
        name: 'es-garbage',
        kind: 'CronJob',
        schedule: '0 0 * * *',
        title: 'Delete old indices',
      },
    ],
    database: false,
    imageTagPath: 'etl.image.tube.tag',
    otherTagPaths: ['etl.image.spark.tag'],
    legacyNames: ['tube', 'spark'],
  },
  {
    name: 'aws-es-proxy',
    title: 'AWS Elasticsearch proxy',
    description: 'Signs requests to Amazon OpenSearch.',
    docsUrl: `${CHARTS}/aws-es-proxy`,
    bundle: 'data-explorer',
    onlyByName: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: ['search'],
    offers: [],
    probes: [],
    whyNoProbe: 'The gateway has no public path for it.',
    deployments: ['aws-es-proxy-deployment'],
    // The second one outside development (`global.dev: false`).
    kubernetesServices: ['elasticsearch', 'gen3-elasticsearch-master'],
    podSelector: 'app=aws-es-proxy',
    jobs: [],
    database: false,
  },
  {
    name: 'aws-sigv4-proxy',
    title: 'AWS SigV4 proxy',
    description:
      'Signs requests to Amazon OpenSearch; successor of aws-es-proxy.',
    docsUrl: `${CHARTS}/aws-sigv4-proxy`,
    bundle: 'data-explorer',
    onlyByName: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: ['search'],
    offers: [],
    probes: [],
    whyNoProbe: 'The gateway has no public path for it.',
    deployments: ['aws-sigv4-proxy-deployment'],
    // The second one outside development (`global.dev: false`).
    kubernetesServices: ['elasticsearch', 'gen3-elasticsearch-master'],
    podSelector: 'app=aws-sigv4-proxy',
    jobs: [],
    database: false,
  },
];
