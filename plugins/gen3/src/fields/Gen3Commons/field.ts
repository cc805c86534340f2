import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parseHostname } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3Commons } from './Gen3Commons';

/** `ui:field: Gen3Commons`, the answer `hostname` of an edit. */
export const gen3Commons: Gen3Field<string> = {
  name: 'Gen3Commons',
  component: Gen3Commons,
  validation: (hostname, field) => {
    const parsed = parseHostname(hostname);
    if (!parsed.ok) field.addError(parsed.message);
  },
  schema: makeFieldSchema({ output: z => z.string() }),
};
