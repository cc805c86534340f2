/** What a form gave, by name; what is no object counts as empty. */
export function asRecord(formData: unknown): Record<string, unknown> {
  return typeof formData === 'object' && formData !== null
    ? Object.fromEntries(Object.entries(formData))
    : {};
}
