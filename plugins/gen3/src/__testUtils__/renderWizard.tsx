import { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import {
  Stepper,
  StepperProps,
} from '@backstage/plugin-scaffolder-react/alpha';
import { Gen3Api, gen3ApiRef } from '../api/Gen3Api';
import { asFieldExtension } from '../fields/shared/asFieldExtension';
import { Gen3Field } from '../fields/shared/Gen3Field';

type Answers = NonNullable<StepperProps['initialState']>;

/**
 * Renders pages of a wizard in an app, with the real form around the fields: they keep their values, and are validated on the way on. The pages are
 * called `Page 1` and so on, as the scaffolder says, too.
 *
 * @example
 * const { created } = renderWizard({
 *   api: createFakeGen3Api(),
 *   fields: [gen3Hostname],
 *   pages: [{ hostname: { type: 'string', 'ui:field': 'Gen3Hostname' } }],
 * });
 */
export function renderWizard<T>(options: {
  api: Gen3Api;
  fields: Gen3Field<T>[];
  /** Properties of each page. */
  pages: Answers[];
  /** Answers that are there already. */
  answers?: Answers;
  /** What the catalog has. */
  entities?: Entity[];
}): { created: Answers[] } {
  const { api, fields, pages, answers, entities = [] } = options;
  const created: Answers[] = [];
  const manifest = {
    title: 'Wizard',
    steps: pages.map((properties, index) => ({
      title: `Page ${index + 1}`,
      schema: { type: 'object', properties },
    })),
  };
  renderInTestApp(
    <Stepper
      manifest={manifest}
      extensions={fields.map(asFieldExtension)}
      initialState={answers}
      onCreate={async values => {
        created.push(values);
      }}
    />,
    {
      mountPath: '/create/templates/:namespace/:templateName',
      initialRouteEntries: ['/create/templates/default/wizard'],
      apis: [
        [gen3ApiRef, api],
        [catalogApiRef, catalogApiMock({ entities })],
        [
          scaffolderApiRef,
          scaffolderApiMock.mock({
            getTemplateParameterSchema: async () => manifest,
          }),
        ],
      ],
    },
  );
  return { created };
}
