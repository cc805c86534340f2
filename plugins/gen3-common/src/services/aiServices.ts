import { Gen3Service } from './types';

const CODE = 'https://github.com/uc-cdis';
const CHARTS = 'https://github.com/uc-cdis/gen3-helm/tree/master/helm';

/** Analysis and language-model services. */
export const aiServices: Gen3Service[] = [
  {
    name: 'gen3-analysis',
    title: 'Gen3 analysis',
    description: 'Analyses behind the analysis pages.',
    docsUrl: `${CODE}/gen3-analysis`,
    bundle: 'ai',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // Answers 201, not 200, when healthy (gen3-analysis:gen3analysis/routes/basic.py).
    probes: [
      {
        path: '/analysis/v0/_status',
        status: 201,
        body: { kind: 'json-object', values: { status: 'OK' } },
      },
    ],
    version: {
      path: '/analysis/v0/_version',
      body: { kind: 'json-object', keys: ['version'] },
    },
    deployments: ['gen3-analysis-deployment'],
    kubernetesServices: ['gen3-analysis-service'],
    podSelector: 'app=gen3-analysis',
    jobs: [],
    database: false,
  },
  {
    name: 'gen3-embeddings',
    title: 'Gen3 embeddings',
    description: 'Stores and searches embeddings.',
    docsUrl: `${CODE}/gen3-embeddings`,
    bundle: 'ai',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // What a healthy answer looks like is not documented; it must not be the front end. Services made from the same template
    // answer 201, and 200 is as good wherever 201 is expected.
    probes: [
      {
        path: '/ai/embeddings/_status',
        status: 201,
        body: { kind: 'not-html' },
      },
    ],
    version: { path: '/ai/embeddings/_version', body: { kind: 'not-html' } },
    deployments: ['gen3-embeddings-deployment'],
    kubernetesServices: ['gen3-embeddings-service'],
    podSelector: 'app=gen3-embeddings',
    jobs: [],
    database: true,
    secrets: [
      {
        namedBy: 'gen3-embeddings.externalSecrets.gen3EmbeddingsG3auto',
        name: 'gen3embeddings-g3auto',
      },
    ],
  },
  {
    name: 'embedding-management-service',
    title: 'Embedding management service',
    description: 'Manages embeddings.',
    docsUrl: `${CHARTS}/embedding-management-service`,
    bundle: 'ai',
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // Its Deployment is named after the Helm release, so the pods are found by label.
    probes: [],
    whyNoProbe: 'The gateway has no public path for it.',
    deployments: [],
    kubernetesServices: ['embedding-management-service'],
    podSelector: 'app.kubernetes.io/name=embedding-management-service',
    scaling: 'own-autoscaling',
    maxReplicas: 100,
    jobs: [],
    database: true,
  },
];
