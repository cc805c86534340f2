import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { Accepted } from './accepted';
import { Gen3Review } from './Gen3Review';
import { validateReview } from './validateReview';

/** `ui:field: Gen3Review`. */
export const gen3Review: Gen3Field<Accepted[]> = {
  name: 'Gen3Review',
  component: Gen3Review,
  validation: validateReview,
  schema: makeFieldSchema({
    output: z =>
      z.array(
        z.object({
          id: z.string(),
          where: z.string().optional(),
          reason: z.string(),
        }),
      ),
  }),
};
