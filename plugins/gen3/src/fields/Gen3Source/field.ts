import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Source } from './Gen3Source';

/** `ui:field: Gen3Source`. */
export const field = createFormField({
  name: 'Gen3Source',
  component: Gen3Source,
  validation: validateAnswer('source'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
