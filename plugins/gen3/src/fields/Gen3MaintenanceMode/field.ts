import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3MaintenanceMode } from './Gen3MaintenanceMode';

/** `ui:field: Gen3MaintenanceMode`, the answer `mode` of a change of maintenance mode. */
export const gen3MaintenanceMode: Gen3Field<'on' | 'off'> = {
  name: 'Gen3MaintenanceMode',
  component: Gen3MaintenanceMode,
  // The schema of the property says what there is.
  validation: () => {},
  schema: makeFieldSchema({ output: z => z.enum(['on', 'off']) }),
};
