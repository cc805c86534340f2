import { Reply } from '../services/types';

/** What is done with a request: answered (after a while), left hanging, or cut off. */
export type Disposition =
  | { kind: 'reply'; reply: Reply; delayMs: number }
  | { kind: 'hang' }
  | { kind: 'reset' };

/** Answers at once. */
export function replied(reply: Reply): Disposition {
  return { kind: 'reply', reply, delayMs: 0 };
}

/** Answers after `delayMs` (default 0). */
export function delayed(reply: Reply, delayMs: number = 0): Disposition {
  return { kind: 'reply', reply, delayMs };
}

/** Puts `delayMs` in front of an answer; what never comes comes no later. */
export function delayedBy(
  delayMs: number,
  disposition: Disposition,
): Disposition {
  return disposition.kind === 'reply'
    ? delayed(disposition.reply, disposition.delayMs + delayMs)
    : disposition;
}
