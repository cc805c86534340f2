import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Release } from './Gen3Release';

/** `ui:field: Gen3Release`. */
export const field = createFormField({
  name: 'Gen3Release',
  component: Gen3Release,
  validation: validateAnswer('release'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
