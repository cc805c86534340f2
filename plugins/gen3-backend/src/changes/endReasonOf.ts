import { scanText } from '../preflight/secrets/scanText';

const MAX_LENGTH = 500;

/** Why a change could not be proposed: one line of at most 500 characters. An error that quotes a secret is not repeated. */
export function endReasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown';
  const reason = scanText(message).length > 0 ? 'unknown' : message;
  const line = reason.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return `It could not be proposed: ${line}`.slice(0, MAX_LENGTH);
}
