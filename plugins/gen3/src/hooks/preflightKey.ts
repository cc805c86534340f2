import { PreflightQuestion } from '../lib/askPreflight';

/** Under which a question to preflight is kept, by who shows the answer and by who decides by it. */
export function preflightKey(question: PreflightQuestion) {
  return ['gen3', 'preflight', JSON.stringify(question)];
}
