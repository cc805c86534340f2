/** What a form holds for services, by name: an empty name while nobody chose the service, an empty text while nobody said a value. */
export type ServiceValues = Record<string, string | number>;

/** One line of it. */
export interface ServiceValue {
  service: string;
  value: string | number;
}

/** The lines in their order. */
export function linesOf(values: ServiceValues = {}): ServiceValue[] {
  return Object.entries(values).map(([service, value]) => ({ service, value }));
}

/** The values with a line in place of that at an index; without `line` that one is gone. */
export function withLine(
  values: ServiceValues | undefined,
  index: number,
  line?: ServiceValue,
): ServiceValues {
  const before = linesOf(values);
  const after = line
    ? before.map((other, at) => (at === index ? line : other))
    : before.filter((_, at) => at !== index);
  return Object.fromEntries(
    after.map(({ service, value }) => [service, value]),
  );
}
