import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect } from 'react';
import { Gen3QueryProvider } from '../../hooks/Gen3QueryProvider';
import { Accepted } from './accepted';
import { ReviewBody } from './ReviewBody';

/** Last field of the wizard: what preflight says of all answers; its value are the reasons why warnings are fine. */
export function Gen3Review(props: FieldExtensionComponentProps<Accepted[]>) {
  const { formData, onChange } = props;
  const isSet = formData !== undefined;
  // The scaffolder validates only what has a value: without one, nothing would refuse the next step.
  useEffect(() => {
    if (!isSet) onChange([]);
  }, [isSet, onChange]);
  return (
    <Gen3QueryProvider>
      <ReviewBody
        id={props.idSchema.$id}
        answers={props.formContext?.formData}
        accept={formData ?? []}
        onChange={onChange}
      />
    </Gen3QueryProvider>
  );
}
