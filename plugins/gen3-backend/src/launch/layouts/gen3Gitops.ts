import { buildApplication } from '../buildApplication';
import { writeTemplate } from '../writeTemplate';
import { writeYaml } from '../writeYaml';
import type { Layout } from './types';

/**
 * `<cluster>/<hostname>/` as a small chart with one Application (`gen3-gitops`). Its CI renders and lints the chart with every file in
 * `values/`, and wants each of them to be named in `templates/app.yaml` (`gen3-gitops:.github/workflows/helm-validation.yaml`).
 */
export const gen3Gitops: Layout = {
  folderOf: ({ cluster, hostname }) => `${cluster}/${hostname}`,
  build({ plan, target, folder, valuesFile }) {
    const values = `${folder}/values/values.yaml`;
    return [
      {
        path: `${folder}/Chart.yaml`,
        content: writeYaml({
          apiVersion: 'v2',
          name: plan.hostname,
          description: `Argo CD Application of ${plan.hostname}`,
          type: 'application',
          version: '0.1.0',
          appVersion: '1.0',
        }),
      },
      {
        path: `${folder}/templates/app.yaml`,
        content: writeTemplate(
          buildApplication({
            plan,
            target,
            valueFiles: [values],
            destination: 'server',
          }),
        ),
      },
      {
        path: `${folder}/values.yaml`,
        content:
          '# Values of this chart, which has none; those of gen3 are in values/.\n---\n{}\n',
      },
      { path: values, content: valuesFile },
    ];
  },
};
