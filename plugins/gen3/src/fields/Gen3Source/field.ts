import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Source } from './Gen3Source';

/** `ui:field: Gen3Source`, the answer `source`. */
export const gen3Source: Gen3Field<string> = {
  name: 'Gen3Source',
  component: Gen3Source,
  validation: validateAnswer('source'),
  schema: makeFieldSchema({ output: z => z.string() }),
};
