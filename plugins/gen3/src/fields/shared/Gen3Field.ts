import {
  CustomFieldValidator,
  FieldExtensionComponentProps,
  FieldSchema,
} from '@backstage/plugin-scaffolder-react';

/** A field of the wizard as both frontend systems take it. */
export interface Gen3Field<T> {
  /** Value of `ui:field`. */
  name: string;
  component: (props: FieldExtensionComponentProps<T>) => JSX.Element | null;
  /** What keeps people from the next step. */
  validation: CustomFieldValidator<T>;
  /** What it answers with. */
  schema: FieldSchema<T, unknown>;
}
