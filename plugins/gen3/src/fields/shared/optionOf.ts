/** What a template says about a field. */
export interface FieldOptions {
  'ui:options'?: object;
}

/** One of the options that a template gives to a field. */
export function optionOf(
  uiSchema: FieldOptions | undefined,
  name: string,
): unknown {
  return new Map<string, unknown>(
    Object.entries(uiSchema?.['ui:options'] ?? {}),
  ).get(name);
}
