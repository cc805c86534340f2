import { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { Gen3Field } from './Gen3Field';

/** A field as the scaffolder's form and the legacy frontend system take it. */
export function asFieldExtension<T>({
  schema,
  ...field
}: Gen3Field<T>): FieldExtensionOptions<T> {
  return { ...field, schema: schema.schema };
}
