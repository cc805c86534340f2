const MAX_CHARACTERS = 200;

/** More than enough to fill an excerpt; keeps the patterns below quick on any body. */
const MAX_SCANNED = 4_000;

const REDACTED = '[redacted]';

/** A PEM block, also one that was cut off or is inside a JSON string. */
const PEM = /-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g;

/** The value of a JSON member whose name sounds secret, such as `csrf` in revproxy's `/_status`. */
const SECRET_MEMBER =
  /("[^"]*(?:csrf|xsrf|token|secret|password|passwd|cookie|session|authorization|credential|api_?key)[^"]*"\s*:\s*")[^"]*("?)/gi;

/** A long run without spaces that has a digit: ids and tokens, not words. */
const TOKEN = /(?=[A-Za-z0-9+_=-]*\d)[A-Za-z0-9+_=-]{20,}/g;

/** The beginning of a body as evidence: on one line, at most 200 characters, without keys and tokens. */
export function excerptOf(body: string): string {
  return body
    .slice(0, MAX_SCANNED)
    .replace(PEM, REDACTED)
    .replace(SECRET_MEMBER, `$1${REDACTED}$2`)
    .replace(TOKEN, REDACTED)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_CHARACTERS);
}
