import type { JsonObject } from '@backstage/types';
import type { LaunchPlan } from '@gen3-csoc/backstage-plugin-gen3-common';
import { applicationNameOf, buildApplication } from '../buildApplication';
import { writeTemplate } from '../writeTemplate';
import { writeYaml } from '../writeYaml';
import type { LaunchTarget } from '../types';
import type { Layout } from './types';

/**
 * `environments/<environment>/` as a chart with an AppProject and an Application in waves, as the Australian BioCommons have it
 * (`gen3-workloads-example:environments/<env>`). One Argo CD serves several clusters there.
 */
export const biocommons: Layout = {
  folderOf: ({ releaseName }) => `environments/${releaseName}`,
  build({ plan, target, folder, valuesFile }) {
    const values = `${folder}/gen3-values.yaml`;
    const project = applicationNameOf(plan);
    return [
      {
        path: `${folder}/Chart.yaml`,
        content: writeYaml({
          apiVersion: 'v2',
          name: plan.releaseName,
          description: `Argo CD Application of ${plan.hostname}`,
          type: 'application',
          version: '0.1.0',
        }),
      },
      { path: values, content: valuesFile },
      {
        path: `${folder}/templates/application.yaml`,
        content: writeTemplate(
          inWave(
            2,
            inProject(
              project,
              buildApplication({
                plan,
                target,
                valueFiles: [values],
                destination: 'name',
              }),
            ),
          ),
        ),
      },
      {
        path: `${folder}/templates/project.yaml`,
        content: writeTemplate(inWave(1, buildProject(plan, target))),
      },
      {
        path: `${folder}/values.yaml`,
        content:
          '# Values of this chart, which has none; those of gen3 are in\n# gen3-values.yaml.\n---\n{}\n',
      },
    ];
  },
};

function inWave(wave: number, object: JsonObject): JsonObject {
  const metadata = mapAt(object, 'metadata');
  return {
    ...object,
    metadata: {
      ...metadata,
      annotations: {
        ...mapAt(metadata, 'annotations'),
        'argocd.argoproj.io/sync-wave': String(wave),
      },
    },
  };
}

function inProject(project: string, application: JsonObject): JsonObject {
  return { ...application, spec: { ...mapAt(application, 'spec'), project } };
}

function mapAt(object: JsonObject, key: string): JsonObject {
  const value = object[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

/** What the Application may use: these repositories, and its own namespace. */
function buildProject(plan: LaunchPlan, target: LaunchTarget): JsonObject {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: applicationNameOf(plan), namespace: 'argocd' },
    spec: {
      description: `What ${plan.hostname} may use`,
      sourceRepos: [target.chart.repoUrl, target.repoUrl],
      destinations: [{ name: plan.cluster, namespace: plan.namespace }],
      clusterResourceWhitelist: [{ group: '*', kind: '*' }],
    },
  };
}
