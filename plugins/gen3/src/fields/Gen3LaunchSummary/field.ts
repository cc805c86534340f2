import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3LaunchSummary } from './Gen3LaunchSummary';

/** `ui:field: Gen3LaunchSummary`: it answers nothing, so its property has the type `null`, and stands first on its page. */
export const gen3LaunchSummary: Gen3Field<null> = {
  name: 'Gen3LaunchSummary',
  component: Gen3LaunchSummary,
  validation: () => {},
  schema: makeFieldSchema({ output: z => z.null() }),
};
