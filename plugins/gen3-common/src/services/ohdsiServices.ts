import { Gen3Service } from './types';

const CODE = 'https://github.com/uc-cdis';

/** Cohorts in the OMOP model, and analyses on them. */
export const ohdsiServices: Gen3Service[] = [
  {
    name: 'ohdsi-webapi',
    title: 'OHDSI WebAPI',
    description: 'REST services of Atlas.',
    docsUrl: 'https://github.com/OHDSI/WebAPI',
    bundle: 'ohdsi',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    probes: [
      {
        path: '/ohdsi-webapi/WebAPI/info/',
        body: { kind: 'json-object', keys: ['version'] },
      },
    ],
    version: {
      path: '/ohdsi-webapi/WebAPI/info/',
      body: { kind: 'json-object', keys: ['version'] },
    },
    deployments: ['ohdsi-webapi-deployment'],
    kubernetesServices: ['ohdsi-webapi-service'],
    podSelector: 'app=ohdsi-webapi',
    scaling: 'replicas',
    jobs: [
      {
        name: 'ohdsi-webapi-client-job',
        kind: 'Job',
        title: 'Create the OIDC client',
      },
    ],
    database: true,
    secrets: [
      {
        namedBy: 'global.externalSecrets.webapiG3auto',
        name: 'ohdsi-webapi-g3auto',
        madeBy: 'ohdsi-webapi.externalSecrets.createK8sOhdsiWebApiConfigSecret',
      },
    ],
  },
  {
    name: 'ohdsi-atlas',
    title: 'OHDSI Atlas',
    description: 'Cohort builder in the browser.',
    docsUrl: 'https://github.com/OHDSI/Atlas',
    bundle: 'ohdsi',
    enabledByDefault: false,
    critical: false,
    dependsOn: ['ohdsi-webapi'],
    journeys: [],
    offers: [],
    probes: [{ path: '/ohdsi-atlas/', body: { kind: 'html' } }],
    deployments: ['ohdsi-atlas-deployment'],
    kubernetesServices: ['ohdsi-atlas-service'],
    podSelector: 'app=ohdsi-atlas',
    scaling: 'replicas',
    jobs: [],
    database: false,
  },
  {
    name: 'cohort-middleware',
    title: 'Cohort middleware',
    description: 'Cohort statistics for analyses on OMOP data.',
    docsUrl: `${CODE}/cohort-middleware`,
    bundle: 'ohdsi',
    monthly: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: ['ohdsi-webapi'],
    journeys: [],
    offers: [],
    probes: [
      {
        path: '/cohort-middleware/_health',
        body: { kind: 'text', equals: 'ok!' },
      },
    ],
    version: {
      path: '/cohort-middleware/_version',
      body: { kind: 'json-object', keys: ['version'] },
    },
    deployments: ['cohort-middleware-deployment'],
    kubernetesServices: ['cohort-middleware-service'],
    podSelector: 'app.kubernetes.io/name=cohort-middleware',
    jobs: [],
    database: false,
    secrets: [
      {
        namedBy: 'cohort-middleware.externalSecrets.cohortMiddlewareG3Auto',
        name: 'cohort-middleware-g3auto',
        madeBy:
          'cohort-middleware.externalSecrets.createK8sCohortMiddlewareSecret',
      },
    ],
  },
  {
    name: 'argo-wrapper',
    title: 'Argo wrapper',
    description: 'Starts Argo workflows for the analysis pages.',
    docsUrl: `${CODE}/argo-wrapper`,
    bundle: 'ohdsi',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    probes: [
      {
        path: '/ga4gh/wes/v2/test',
        body: { kind: 'json-object', values: { message: 'test' } },
      },
    ],
    deployments: ['argo-wrapper-deployment'],
    kubernetesServices: ['argo-wrapper-service'],
    podSelector: 'app=argo-wrapper',
    jobs: [],
    database: false,
  },
];
