import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { AcceptedOfCommons } from './acceptedOf';
import { Gen3EditReview } from './Gen3EditReview';
import { validateEditReview } from './validateEditReview';

/** `ui:field: Gen3EditReview`, with `ui:options: { kind }` of the edit. */
export const gen3EditReview: Gen3Field<AcceptedOfCommons[]> = {
  name: 'Gen3EditReview',
  component: Gen3EditReview,
  validation: validateEditReview,
  schema: makeFieldSchema({
    output: z =>
      z.array(
        z.object({
          hostname: z.string(),
          id: z.string(),
          where: z.string().optional(),
          reason: z.string(),
        }),
      ),
  }),
};
