import {
  FieldExtensionComponentProps,
  makeFieldSchema,
} from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { Gen3Field } from '../shared/Gen3Field';
import { ServiceValues } from './serviceValues';
import { ServiceValuesField } from './ServiceValuesField';
import { validateServiceValues } from './validateServiceValues';

function createServiceValuesField(
  name: string,
  kind: 'tag' | 'replicas',
): Gen3Field<ServiceValues> {
  return {
    name,
    component: function ByService(
      props: FieldExtensionComponentProps<ServiceValues>,
    ) {
      return (
        <Gen3QueryProvider>
          <ServiceValuesField {...props} kind={kind} />
        </Gen3QueryProvider>
      );
    },
    validation: validateServiceValues(kind),
    schema: makeFieldSchema({
      output: z => z.record(z.union([z.string(), z.number()])),
    }),
  };
}

/** `ui:field: Gen3ImageTags`, the answer `imageTags`: tags of single services by name. */
export const gen3ImageTags = createServiceValuesField('Gen3ImageTags', 'tag');

/** `ui:field: Gen3Replicas`, the answer `replicas` of scaling: numbers of pods by name of the service. */
export const gen3Replicas = createServiceValuesField(
  'Gen3Replicas',
  'replicas',
);
