import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { EditOf, RETIRE_STEPS } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3RetireStep } from './Gen3RetireStep';
import { validateRetireStep } from './validateRetireStep';

/** `ui:field: Gen3RetireStep`, the answer `step` of a retirement: a removal is refused while the commons is not stood down. */
export const gen3RetireStep: Gen3Field<EditOf<'retire'>['step']> = {
  name: 'Gen3RetireStep',
  component: Gen3RetireStep,
  validation: validateRetireStep,
  schema: makeFieldSchema({ output: z => z.enum(RETIRE_STEPS) }),
};
