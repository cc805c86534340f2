import { buildApplication } from '../buildApplication';
import { writeYaml } from '../writeYaml';
import type { Layout } from './types';

/** `<vpc>/<hostname>/` with an Application and its values (`gen3-terraform:tf_files/gen3/templates/app.tftpl`). */
export const gen3Terraform: Layout = {
  folderOf: ({ cluster, hostname }) => `${cluster}/${hostname}`,
  build({ plan, target, folder, valuesFile }) {
    const values = `${folder}/values.yaml`;
    return [
      {
        path: `${folder}/app.yaml`,
        content: writeYaml(
          buildApplication({
            plan,
            target,
            valueFiles: [values],
            destination: 'server',
          }),
        ),
      },
      { path: values, content: valuesFile },
    ];
  },
};
