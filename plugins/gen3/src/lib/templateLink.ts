/**
 * Address of a template of the scaffolder, with those of its answers filled in that are known.
 *
 * @param scaffolder - address of the scaffolder's first page
 * @example
 * templateLink('/create', 'scale-commons', { hostname: 'heart.example' });
 */
export function templateLink(
  scaffolder: string,
  template: string,
  answers: Record<string, unknown> = {},
): string {
  const address = `${scaffolder.replace(
    /\/+$/,
    '',
  )}/templates/default/${encodeURIComponent(template)}`;
  if (Object.keys(answers).length === 0) return address;
  const query = new URLSearchParams({ formData: JSON.stringify(answers) });
  return `${address}?${query}`;
}
