import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Hostname } from './Gen3Hostname';

/** `ui:field: Gen3Hostname`. */
export const field = createFormField({
  name: 'Gen3Hostname',
  component: Gen3Hostname,
  validation: validateAnswer('hostname'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
