import { join } from 'node:path';

/** The small chart of tests, which their Applications deploy. */
export const CHART = {
  repoUrl: join(__dirname, '../__fixtures__/charts'),
  path: 'gen3',
  revision: 'main',
};

/** Its Application reads two files of values, in a folder of its own. */
export const HEART = 'heart.example.org';
/** Its Application reads one file of values. */
export const LUNG = 'lung.example.org';
/** Folder of heart. */
export const FOLDER = `organprod/${HEART}`;
/** First file of values of heart; the second is `values/fence.yaml`. */
export const VALUES = `${FOLDER}/values/values.yaml`;

const APPLICATION = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: gen3-heart
  namespace: argocd
  finalizers:
    - resources-finalizer.argocd.argoproj.io
spec:
  project: default
  sources:
    - path: ${CHART.path}
      repoURL: ${CHART.repoUrl}
      targetRevision: ${CHART.revision}
      helm:
        releaseName: gen3-heart
        valueFiles:
          - $values/${VALUES}
          - $values/${FOLDER}/values/fence.yaml
    - repoURL: https://git.example/csoc/gitops.git
      targetRevision: main
      ref: values
  destination:
    server: https://kubernetes.default.svc
    namespace: heart-helm
`;

/** As people write it: comments, and quotes of both kinds. */
const values = `# Heart
fence:
  enabled: true
indexd:
  image:   # ours
    repository: quay.io/cdis/indexd
    tag: "2026.10"
${[
  'ambassador',
  'arborist',
  'audit',
  'etl',
  'hatchery',
  'manifestservice',
  'metadata',
  'peregrine',
  'portal',
  'revproxy',
  'sheepdog',
  'wts',
]
  .map(name => `${name}: {enabled: false}\n`)
  .join('')}
global:
  hostname: ${HEART}
  environment: organprod
  dev: false
`;

const fence = `fence:
  # not before the fix is released
  image: {tag: '2026.10'}
`;

/** What their repository holds, by path. */
export const editedFiles: Record<string, string> = {
  [`${FOLDER}/Chart.yaml`]: 'apiVersion: v2\nname: heart\nversion: 1.0.0\n',
  [`${FOLDER}/templates/app.yaml`]: APPLICATION,
  [VALUES]: values,
  [`${FOLDER}/values/fence.yaml`]: fence,
  [`organprod/${LUNG}/app.yaml`]: APPLICATION.replaceAll(
    'gen3-heart',
    'gen3-lung',
  ).replace(/^ +- \$values.*$/gm, match =>
    match.includes('fence')
      ? ''
      : `          - $values/organprod/${LUNG}/values.yaml`,
  ),
  [`organprod/${LUNG}/values.yaml`]: values.replaceAll(HEART, LUNG),
};

/** Both as their source has found them, heart with these annotations besides its own. */
export function editedEntities(annotations: Record<string, string>) {
  return [
    commonsEntity(HEART, {
      'gen3.org/gitops-path': `${FOLDER}/templates/app.yaml`,
      'gen3.org/argocd-app': 'argocd/gen3-heart',
      ...annotations,
    }),
    commonsEntity(LUNG, {
      'gen3.org/gitops-path': `organprod/${LUNG}/app.yaml`,
      'gen3.org/argocd-app': 'argocd/gen3-lung',
    }),
  ];
}

function commonsEntity(hostname: string, annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: hostname,
      namespace: 'default',
      annotations: {
        'gen3.org/hostname': hostname,
        'gen3.org/probing': 'off',
        'gen3.org/source': 'demo',
        ...annotations,
      },
    },
    spec: {
      type: 'gen3-commons',
      owner: 'group:default/heart-team',
      lifecycle: 'production',
    },
  };
}
