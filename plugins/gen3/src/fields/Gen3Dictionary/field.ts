import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Dictionary } from './Gen3Dictionary';

/** `ui:field: Gen3Dictionary`. */
export const field = createFormField({
  name: 'Gen3Dictionary',
  component: Gen3Dictionary,
  validation: validateAnswer('dictionaryUrl'),
  schema: makeFieldSchema({ output: z => z.string() }),
});
