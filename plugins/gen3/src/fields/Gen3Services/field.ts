import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { SERVICE_ANSWERS } from '../../lib/propertyOf';
import { ServiceChoice } from '../../lib/serviceChoice';
import { Gen3Field } from '../shared/Gen3Field';
import { validateAnswer } from '../shared/validateAnswer';
import { Gen3Services } from './Gen3Services';

/** `ui:field: Gen3Services`, the answers `bundles`, `services` and `withoutServices` as parts of `serviceChoice`. */
export const gen3Services: Gen3Field<ServiceChoice> = {
  name: 'Gen3Services',
  component: Gen3Services,
  validation: validateAnswer<ServiceChoice>(...SERVICE_ANSWERS),
  schema: makeFieldSchema({
    output: z =>
      z.object({
        bundles: z.array(z.string()).optional(),
        services: z.array(z.string()).optional(),
        withoutServices: z.array(z.string()).optional(),
      }),
  }),
};
