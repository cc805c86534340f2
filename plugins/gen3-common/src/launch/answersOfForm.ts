/** Name of the answer of a form whose parts are answers: one field asks for them together. @public */
export const SERVICE_CHOICE = 'serviceChoice';

/**
 * The answers of a form by name: the parts of `serviceChoice` (`bundles`, `services`, `withoutServices`) count as answers of their own,
 * and win over answers of the same names. Everything else stays as it is.
 *
 * @public
 */
export function answersOfForm(
  form: Record<string, unknown>,
): Record<string, unknown> {
  const { [SERVICE_CHOICE]: choice, ...answers } = form;
  if (choice === undefined || choice === null) return answers;
  const isChoice = typeof choice === 'object' && !Array.isArray(choice);
  // What is no choice stays, so that it is refused and not ignored.
  if (!isChoice) return form;
  const chosen = Object.entries(choice).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return { ...answers, ...Object.fromEntries(chosen) };
}
