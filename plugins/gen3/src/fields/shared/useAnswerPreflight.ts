import { usePreflight } from '../../hooks/usePreflight';

/** The first answer of the wizard: every other one can be judged with it. */
const EARLY = ['hostname'] as const;

/** What preflight says of one answer. */
export type AnswerPreflight = ReturnType<typeof useAnswerPreflight>;

/** Asks preflight about a form's data, and picks what is about one answer. */
export function useAnswerPreflight(formData: unknown, answer: string) {
  const preflight = usePreflight(formData, EARLY);
  const findings =
    preflight.answer?.findings.filter(({ where }) => where.field === answer) ??
    [];
  return {
    preflight,
    findings,
    isWrong: findings.some(({ severity }) => severity === 'error'),
  };
}
