import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { askPreflight } from '../../lib/askPreflight';
import { Accepted } from './accepted';
import { ReviewOf } from './ReviewOf';
import { useListValue } from './useListValue';

/** Last field of the wizard: what preflight says of all answers; its value are the reasons why warnings are fine. */
export function Gen3Review(props: FieldExtensionComponentProps<Accepted[]>) {
  const { formData, onChange } = props;
  useListValue(formData, onChange);
  return (
    <Gen3QueryProvider>
      <ReviewOf
        id={props.idSchema.$id}
        question={askPreflight(props.formContext?.formData)}
        accept={formData ?? []}
        onChange={onChange}
      />
    </Gen3QueryProvider>
  );
}
