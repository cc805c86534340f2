import { scanText } from './secrets/scanText';

/** Of a value that is shown. */
const MAX_SHOWN = 60;

/** A value for a sentence: in quotes, one line, cut to 60 characters, and not at all when it may be a secret. */
export function quote(value: unknown): string {
  const text =
    typeof value === 'string' ? value : JSON.stringify(value ?? null);
  if (scanText(text).length > 0) return 'a value that may be a secret';
  const line = text.replace(/\p{Cc}+/gu, ' ');
  return line.length > MAX_SHOWN
    ? `"${line.slice(0, MAX_SHOWN)}…"`
    : `"${line}"`;
}
