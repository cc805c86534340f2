import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3Waves } from './Gen3Waves';
import { validateWaves } from './validateWaves';

/** `ui:field: Gen3Waves`, the answer `waves` of an upgrade. */
export const gen3Waves: Gen3Field<string[][]> = {
  name: 'Gen3Waves',
  component: Gen3Waves,
  validation: validateWaves,
  schema: makeFieldSchema({ output: z => z.array(z.array(z.string())) }),
};
