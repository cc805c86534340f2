import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Gen3Review } from './Gen3Review';
import { validateReview } from './validateReview';

/** `ui:field: Gen3Review`. */
export const field = createFormField({
  name: 'Gen3Review',
  component: Gen3Review,
  validation: validateReview,
  schema: makeFieldSchema({
    output: z => z.array(z.object({ id: z.string(), reason: z.string() })),
  }),
});
