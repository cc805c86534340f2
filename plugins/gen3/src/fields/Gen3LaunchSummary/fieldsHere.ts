import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** Fields of the page by the names of their answers: the title for people and the id of the element. */
export type FieldsHere = Map<string, { title: string; id: string }>;

/** Which fields stand on the page of a field. */
export function fieldsHere<T>({
  idSchema,
  name,
  registry,
}: Pick<
  FieldExtensionComponentProps<T>,
  'idSchema' | 'name' | 'registry'
>): FieldsHere {
  // The form names elements after the way to them: `root_hostname`.
  const before = idSchema.$id.slice(0, -name.length);
  return new Map(
    Object.entries(registry.rootSchema?.properties ?? {}).flatMap(
      ([answer, schema]) =>
        typeof schema === 'object' && answer !== name
          ? [
              [
                answer,
                { title: schema.title ?? answer, id: `${before}${answer}` },
              ] as const,
            ]
          : [],
    ),
  );
}

/** Moves the focus to a field of the page, and so into view. */
export function focusField(id: string): void {
  document.getElementById(id)?.focus();
}
