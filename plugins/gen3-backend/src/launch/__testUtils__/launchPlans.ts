import {
  createServiceRegistry,
  launchAnswersSchema,
  type LaunchAnswersInput,
  planLaunch,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import type { LaunchTarget } from '../types';

export const registry = createServiceRegistry();

/** The repository of the demo. */
export const target: LaunchTarget = {
  id: 'demo-gitops',
  url: 'file:///srv/gitops.git',
  repoUrl: 'https://git.example/csoc/gitops.git',
  branch: 'main',
  layout: 'gen3-gitops',
  chart: {
    repoUrl: 'https://helm.gen3.org',
    chart: 'gen3',
    revision: '0.3.90',
  },
  charts: ['gen3'],
  clusters: {},
};

/** A development commons of four answers, and a production commons with all of them. */
export const ANSWERS = {
  development: {
    hostname: 'dev.brain.example.org',
    owner: 'group:default/csoc',
    source: 'demo-gitops',
    cluster: 'organnonprod',
  },
  production: {
    hostname: 'stomach.example.org',
    title: 'Stomach Data Commons',
    owner: 'group:default/stomach-team',
    tier: 'production',
    source: 'demo-gitops',
    cluster: 'organprod',
    namespace: 'stomach',
    environment: 'organprod',
    release: '2026.10',
    imageTags: { fence: '13.3.0' },
    bundles: ['core', 'frontend', 'data-explorer', 'workspace'],
    withoutServices: ['aws-sigv4-proxy', 'jeg', 'workspace-proxy'],
    dictionaryUrl:
      'https://dictionaries.example/stomach-and-gut/releases/download/2.4.1/schema.json',
    indexdPrefix: 'dg.STOM/',
    databaseSecret: 'organprod-aurora-master',
    searchEndpoint: 'vpc-organprod-gen3-metadata.us-east-1.es.amazonaws.com',
    fenceConfigSecret: 'organprod-stomach-fence-config',
    userYaml: 's3://example-users/stomach/user.yaml',
    tierAccessLevel: 'regular',
  },
} as const satisfies Record<string, LaunchAnswersInput>;

/** Plans one of {@link ANSWERS} with some more. */
export function planOf(
  which: keyof typeof ANSWERS,
  more: Partial<LaunchAnswersInput> = {},
) {
  return planLaunch(launchAnswersSchema.parse({ ...ANSWERS[which], ...more }), {
    registry,
    layout: target.layout,
  });
}
