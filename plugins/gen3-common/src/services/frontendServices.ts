import { Gen3Service } from './types';

const CODE = 'https://github.com/uc-cdis';

/** Front ends. Which one answers at `/` depends on `global.frontendRoot`. */
export const frontendServices: Gen3Service[] = [
  {
    name: 'portal',
    title: 'Data portal',
    description:
      'Front end in the browser: pages to search, submit, discover and work.',
    docsUrl: `${CODE}/data-portal`,
    bundle: 'frontend',
    monthly: true,
    enabledByDefault: true,
    critical: true,
    dependsOn: [],
    journeys: ['login', 'search', 'submit', 'workspace'],
    offers: [],
    probes: [{ path: '/', body: { kind: 'html' } }],
    probesAtGen3ffRoot: [{ path: '/portal/', body: { kind: 'html' } }],
    deployments: ['portal-deployment'],
    kubernetesServices: ['portal-service'],
    podSelector: 'app=portal',
    maxReplicas: 5,
    jobs: [],
    database: false,
  },
  {
    name: 'frontend-framework',
    title: 'Gen3 frontend framework',
    description: 'The newer front end in the browser.',
    docsUrl: `${CODE}/gen3-frontend-framework`,
    bundle: 'frontend',
    enabledByDefault: false,
    critical: true,
    dependsOn: [],
    journeys: ['login', 'search', 'submit', 'workspace'],
    offers: [],
    // Next.js redirects `/ff/` to `/ff`, so there is no slash at the end.
    probes: [{ path: '/ff', body: { kind: 'html' } }],
    probesAtGen3ffRoot: [{ path: '/', body: { kind: 'html' } }],
    deployments: ['frontend-framework-deployment'],
    kubernetesServices: ['frontend-framework-service'],
    podSelector: 'app=frontend-framework',
    jobs: [],
    database: false,
  },
];
