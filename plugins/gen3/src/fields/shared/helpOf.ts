import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { optionOf } from './optionOf';

/** What a field is for, as its template says: its description or, while a commons is cloned, `ui:options.inClone` where there is one. */
export function helpOf({
  schema,
  uiSchema,
  formContext,
}: Pick<
  FieldExtensionComponentProps<string>,
  'schema' | 'uiSchema' | 'formContext'
>): string | undefined {
  const inClone = optionOf(uiSchema, 'inClone');
  return formContext?.formData?.mode === 'clone' && typeof inClone === 'string'
    ? inClone
    : schema.description;
}
