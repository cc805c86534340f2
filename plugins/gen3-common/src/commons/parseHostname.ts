import { showWithoutSecrets } from './showWithoutSecrets';

/** What became of a value that should be a hostname. @public */
export type ParsedHostname =
  | { ok: true; hostname: string }
  | { ok: false; message: string };

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** Top-level domains have no digits, except in the ASCII form of other scripts. */
const TOP_LEVEL_DOMAIN = /^([a-z]{2,63}|xn--[a-z0-9-]+)$/;
const MAX_LENGTH = 253;
const IPV4 = /^\d+(\.\d+){3}$/;

function problemOf(value: string): string | undefined {
  if (value === '') return 'is empty';
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
    return 'is a URL: leave out the scheme and the path';
  }
  if (value.includes('/'))
    return 'contains a path: leave out everything from "/"';
  if (value.includes('@')) return 'contains "@": leave out the user';
  if (value.includes(':'))
    return 'contains a port: leave out everything from ":"';
  if (/\s/.test(value)) return 'contains white space: remove it';
  if (value !== value.toLowerCase())
    return 'has upper-case letters: write it in lower case';
  if (IPV4.test(value)) return 'is an IP address: use a name';
  if (value.length > MAX_LENGTH)
    return `is longer than ${MAX_LENGTH} characters`;
  if (!value.includes('.'))
    return 'has no dot: use the full public name, e.g. "heart.example.org"';
  const bad = value.split('.').find(label => !LABEL.test(label));
  if (bad === '') return 'has an empty part: remove the extra dot';
  if (bad !== undefined) {
    return `has the part "${bad}", which is not 1 to 63 lower-case letters, digits and inner dashes`;
  }
  // URLs take "127.1" and "0x7f.1" for addresses, and folders are called "gen3-0.3.90".
  const last = value.slice(value.lastIndexOf('.') + 1);
  if (!TOP_LEVEL_DOMAIN.test(last)) {
    return `ends in ".${last}", which is no top-level domain: use the full public name, e.g. "heart.example.org"`;
  }
  return undefined;
}

/**
 * Reads the public hostname of a commons: RFC 1123, lower case, under a top-level domain; no scheme, port or path.
 *
 * The message of a failure is a sentence that shows the value (cut to 80 characters, without users, passwords and queries)
 * and says what to do.
 *
 * @public
 */
export function parseHostname(value: unknown): ParsedHostname {
  if (typeof value !== 'string') {
    const found =
      value === undefined || value === null
        ? 'missing'
        : `of type ${Array.isArray(value) ? 'list' : typeof value}`;
    return {
      ok: false,
      message: `The hostname is ${found}: set it to a name such as "heart.example.org".`,
    };
  }
  const problem = problemOf(value);
  return problem
    ? {
        ok: false,
        message: `The hostname "${showWithoutSecrets(value)}" ${problem}.`,
      }
    : { ok: true, hostname: value };
}
