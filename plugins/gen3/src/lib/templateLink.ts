/**
 * Address of a template of the scaffolder with some of its answers filled in.
 *
 * @param scaffolder - address of the scaffolder's first page
 * @example
 * templateLink('/create', 'scale-commons', { commons: 'system:default/heart' });
 */
export function templateLink(
  scaffolder: string,
  template: string,
  answers: Record<string, string>,
): string {
  const query = new URLSearchParams({ formData: JSON.stringify(answers) });
  return `${scaffolder.replace(
    /\/+$/,
    '',
  )}/templates/default/${encodeURIComponent(template)}?${query}`;
}
