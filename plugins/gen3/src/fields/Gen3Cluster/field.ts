import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Cluster } from './Gen3Cluster';

/** `ui:field: Gen3Cluster`. */
export const field = createFormField({
  name: 'Gen3Cluster',
  component: Gen3Cluster,
  validation: validateAnswer('cluster'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
