import type { EditRequest } from '../api/edits';

/** Answers of a form that are about the form, not about the edit. */
const OF_THE_FORM = ['accept', 'waves'];

/**
 * The edits that the form of a template asks for, as they are sent: one of `hostname`, or one of each hostname in `waves` (a list of lists of
 * hostnames), in their order. What nobody filled in (empty texts, null) is left out, and so are `accept` and the form's own answers.
 *
 * @returns an empty list while nobody chose a commons.
 *
 * @public
 */
export function editsOfForm(
  kind: EditRequest['kind'],
  form: Record<string, unknown>,
): Record<string, unknown>[] {
  const asked = Object.entries(form).filter(
    ([name, value]) =>
      !OF_THE_FORM.includes(name) &&
      value !== undefined &&
      value !== null &&
      value !== '',
  );
  const edit = { kind, ...Object.fromEntries(asked) };
  if (!Array.isArray(form.waves)) return 'hostname' in edit ? [edit] : [];
  return form.waves.flat().map(hostname => ({ ...edit, hostname }));
}
