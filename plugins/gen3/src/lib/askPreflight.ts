import {
  answersOfForm,
  EditRequestInput,
  LaunchAnswersInput,
  launchAnswersSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asRecord } from './asRecord';
import { withoutUnfinishedLines } from './withoutUnfinishedLines';

/** Answers without which preflight has nothing to judge. */
const NEEDED = ['hostname', 'owner', 'source', 'cluster'] as const;

/** An answer without which preflight is not asked. */
export type NeededAnswer = (typeof NEEDED)[number];

/** Whether preflight needs an answer of this name. */
export function isNeededAnswer(name: string): name is NeededAnswer {
  return NEEDED.some(needed => needed === name);
}

/** What can be asked of preflight and preview. */
export interface ReadyQuestion {
  state: 'ready';
  request: { answers: LaunchAnswersInput } | { edit: EditRequestInput };
}

/** What can be asked of preflight, or why nothing can. */
export type PreflightQuestion =
  | ReadyQuestion
  | { state: 'missing'; missing: NeededAnswer[] }
  /** Names of answers, never their values: one of them may be a secret in the wrong place. */
  | { state: 'malformed'; answers: string[] };

/**
 * Makes a question of a form's data: without what preflight does not take, and without what nobody filled in or finished.
 *
 * @param formData - of all steps; what is no object counts as empty
 * @param needed - answers without which nothing is asked; others of those that every launch has are asked about as empty, so that an early
 * answer can be judged before the later ones are there
 */
export function askPreflight(
  formData: unknown,
  needed: readonly NeededAnswer[] = NEEDED,
): PreflightQuestion {
  const form = answersOfForm(asRecord(formData));
  const given = new Map<string, unknown>(
    Object.entries({
      ...form,
      imageTags: withoutUnfinishedLines(form.imageTags),
    }).filter(
      ([name, value]) =>
        name in launchAnswersSchema.shape &&
        value !== undefined &&
        value !== '',
    ),
  );
  const missing = needed.filter(name => !given.has(name));
  if (missing.length > 0) return { state: 'missing', missing };
  const empty = NEEDED.map(name => [name, ''] as const);
  const answers = Object.fromEntries([...empty, ...given]);
  const parsed = launchAnswersSchema.safeParse(answers);
  if (parsed.success)
    return { state: 'ready', request: { answers: parsed.data } };
  const names = parsed.error.issues.map(({ path }) => String(path[0]));
  return { state: 'malformed', answers: [...new Set(names)].sort() };
}
