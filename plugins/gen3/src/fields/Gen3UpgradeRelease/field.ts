import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from '../shared/Gen3Field';
import { Gen3UpgradeRelease } from './Gen3UpgradeRelease';

/** `ui:field: Gen3UpgradeRelease`, the answer `release` of an upgrade. */
export const gen3UpgradeRelease: Gen3Field<string> = {
  name: 'Gen3UpgradeRelease',
  component: Gen3UpgradeRelease,
  // The schema of the property says what a release is, to the scaffolder's API as well.
  validation: () => {},
  schema: makeFieldSchema({ output: z => z.string() }),
};
