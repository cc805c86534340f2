import { isError } from '@backstage/errors';

/** Why a host's reader failed. */
export type ReadFailure =
  | { kind: 'unchanged' }
  | { kind: 'missing' }
  /** The host does not accept the token, or wants one. */
  | { kind: 'refused'; answer: string }
  /** The network or the host: it may go well next time. */
  | { kind: 'passing' }
  /** What was asked for cannot be read, now or later. */
  | { kind: 'rejected'; answer: string };

/** Answers that mean a token: hosts send a page to log in with 203, or with 200. */
const REFUSED = [203, 401, 403, 407];

/**
 * Reads the reason out of what Backstage's readers throw: most failures are a plain Error whose message ends with the
 * host's status (backend-defaults 0.18).
 */
export function classifyFailure(error: unknown): ReadFailure {
  const { name, message } = isError(error)
    ? error
    : { name: '', message: String(error) };
  if (name === 'NotModifiedError') return { kind: 'unchanged' };
  if (name === 'NotFoundError') return { kind: 'missing' };
  if (/rate limit/i.test(message)) return { kind: 'passing' };
  const status = /, ((\d{3})\b[^,]{0,60})$/.exec(message);
  if (status?.[1] && status[2]) {
    return ofStatus(Number(status[2]), status[1].trim());
  }
  // The parser's own message quotes the page.
  if (
    name === 'SyntaxError' ||
    /invalid json|is not valid JSON/i.test(message)
  ) {
    return { kind: 'refused', answer: 'a page, not data' };
  }
  const isPassing =
    name === 'ServiceUnavailableError' ||
    (isError(error) && error.code !== undefined) ||
    /fetch failed|terminated|network|socket|abort|timed? ?out/i.test(message);
  if (isPassing) return { kind: 'passing' };
  // The readers look for what is not in an answer: that says nothing to a person.
  const answer = name === 'TypeError' ? '' : message.slice(0, 200);
  return { kind: 'rejected', answer };
}

function ofStatus(status: number, answer: string): ReadFailure {
  if (REFUSED.includes(status)) return { kind: 'refused', answer };
  // Bitbucket's readers throw a plain Error when the repository whose default branch they look for is not there.
  if (status === 404) return { kind: 'missing' };
  return status === 408 || status === 429 || status >= 500
    ? { kind: 'passing' }
    : { kind: 'rejected', answer };
}
