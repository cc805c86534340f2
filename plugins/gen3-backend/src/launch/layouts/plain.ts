import { buildApplication } from '../buildApplication';
import { writeYaml } from '../writeYaml';
import type { Layout } from './types';

/** `<hostname>/` with an Application that names its cluster, and its values: one Argo CD for all clusters. */
export const plain: Layout = {
  folderOf: ({ hostname }) => hostname,
  build({ plan, target, folder, valuesFile }) {
    const values = `${folder}/values.yaml`;
    return [
      {
        path: `${folder}/application.yaml`,
        content: writeYaml(
          buildApplication({
            plan,
            target,
            valueFiles: [values],
            destination: 'name',
          }),
        ),
      },
      { path: values, content: valuesFile },
    ];
  },
};
