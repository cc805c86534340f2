/**
 * An answer by name of the service without its lines that nobody has finished: those without a service or a value. Their page refuses the next
 * step while there are some; nothing else has to wait for them. What is no such answer stays as it is.
 */
export function withoutUnfinishedLines(values: unknown): unknown {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return values;
  }
  return Object.fromEntries(
    Object.entries(values).filter(
      ([service, value]) => service !== '' && value !== '',
    ),
  );
}
