/** A value that config gives by name. A cluster may have any name, also `constructor`, which every object answers to. */
export function lookUp(
  values: Readonly<Record<string, string>>,
  key: string | undefined,
): string | undefined {
  return key !== undefined && Object.hasOwn(values, key)
    ? values[key]
    : undefined;
}
