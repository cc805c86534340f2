import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Mesh } from './Gen3Mesh';

/** `ui:field: Gen3Mesh`. */
export const field = createFormField({
  name: 'Gen3Mesh',
  component: Gen3Mesh,
  validation: validateAnswer('meshHub'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
