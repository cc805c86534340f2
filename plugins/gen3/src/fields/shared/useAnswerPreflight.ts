import { usePreflight } from '../../hooks/usePreflight';

/** The first answer of the wizard: every other one can be judged with it. */
const EARLY = ['hostname'] as const;

/** What preflight says of one answer, or of several that one field gives. */
export type AnswerPreflight = ReturnType<typeof useAnswerPreflight>;

/** Asks preflight about a form's data, and picks what is about these answers. */
export function useAnswerPreflight(formData: unknown, ...answers: string[]) {
  const preflight = usePreflight(formData, EARLY);
  const findings =
    preflight.answer?.findings.filter(
      ({ where }) => where.field !== undefined && answers.includes(where.field),
    ) ?? [];
  return {
    preflight,
    findings,
    isWrong: findings.some(({ severity }) => severity === 'error'),
  };
}
