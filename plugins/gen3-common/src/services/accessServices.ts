import { Gen3Service } from './types';

const CODE = 'https://github.com/uc-cdis';

/** Optional services for asking for access, and for what people keep of data that they found. */
export const accessServices: Gen3Service[] = [
  {
    name: 'requestor',
    title: 'Requestor',
    description: 'Handles requests for access.',
    docsUrl: `${CODE}/requestor`,
    bundle: 'other',
    monthly: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: ['arborist'],
    journeys: [],
    offers: [],
    probes: [
      {
        path: '/requestor/_status',
        body: { kind: 'json-object', values: { status: 'OK' } },
      },
    ],
    version: {
      path: '/requestor/_version',
      body: { kind: 'json-object', keys: ['version'] },
    },
    deployments: ['requestor-deployment'],
    kubernetesServices: ['requestor-service'],
    podSelector: 'app=requestor',
    jobs: [],
    database: true,
    secrets: [
      {
        namedBy: 'requestor.externalSecrets.requestorG3auto',
        name: 'requestor-g3auto',
        madeBy: 'requestor.externalSecrets.createK8sRequestorSecret',
      },
    ],
  },
  {
    name: 'gen3-user-data-library',
    title: 'User data library',
    description: 'Keeps lists of data that people put together.',
    docsUrl: `${CODE}/gen3-user-data-library`,
    bundle: 'other',
    monthly: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // Answers 201, not 200, when healthy (gen3-user-data-library:gen3userdatalibrary/routes/basic.py).
    probes: [
      {
        path: '/library/_status',
        status: 201,
        body: { kind: 'json-object', values: { status: 'OK' } },
      },
    ],
    version: {
      path: '/library/_version',
      body: { kind: 'json-object', keys: ['version'] },
    },
    deployments: ['gen3-user-data-library-deployment'],
    kubernetesServices: ['gen3-user-data-library-service'],
    podSelector: 'app=gen3-user-data-library',
    jobs: [],
    database: true,
    secrets: [
      {
        namedBy:
          'gen3-user-data-library.externalSecrets.gen3UserDataLibraryG3auto',
        name: 'gen3userdatalibrary-g3auto',
      },
    ],
  },
  {
    name: 'access-backend',
    title: 'Access backend',
    description: 'Manages access of people for the access page.',
    docsUrl: `${CODE}/ACCESS-backend`,
    bundle: 'other',
    monthly: true,
    enabledByDefault: false,
    critical: false,
    dependsOn: [],
    journeys: [],
    offers: [],
    // The body of a healthy answer is not documented; it must not be the front end.
    probes: [{ path: '/access-backend/_status', body: { kind: 'not-html' } }],
    deployments: ['access-backend-deployment'],
    kubernetesServices: ['access-backend-service'],
    podSelector: 'app.kubernetes.io/name=access-backend',
    jobs: [],
    database: false,
    secrets: [
      {
        namedBy: 'access-backend.externalSecrets.accessBackendG3auto',
        name: 'access-backend-g3auto',
      },
      {
        namedBy: 'access-backend.externalSecrets.accessBackendKv',
        name: 'access-backend-kv',
      },
    ],
  },
];
