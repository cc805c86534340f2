import { JsonObject, JsonValue } from '@backstage/types';
import { Finding } from '../api/sources';

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  // A wrong value is shown so that it can be found, but only a short one: it may be anything, even a secret.
  const shown = JSON.stringify(value);
  return shown.length <= 24
    ? shown
    : `a ${typeof value} of ${shown.length} characters`;
}

/** Reads single fields out of values by path, and turns what has the wrong type into findings. */
export class ValueReader {
  readonly findings: Finding[] = [];
  readonly #values: JsonObject;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  /** The value at a dotted path; undefined where a map on the way is missing. Null counts as missing. */
  raw(path: string): JsonValue | undefined {
    let value: JsonValue | undefined = this.#values;
    for (const key of path.split('.')) {
      if (value === undefined || value === null) return undefined;
      if (typeof value !== 'object' || Array.isArray(value)) return undefined;
      value = Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value === null ? undefined : value;
  }

  text(path: string): string | undefined {
    const value = this.raw(path);
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && !/\p{Cc}/u.test(value)) return value;
    if (typeof value === 'string') {
      // PostgreSQL has no NUL, and nothing shows the others.
      this.#wrongType(
        path,
        'a text with control characters',
        'one line of plain text',
        `Write ${path} without line breaks and control characters`,
      );
      return undefined;
    }
    this.#wrongType(
      path,
      kindOf(value),
      'a text',
      `Write ${path} as text in quotes`,
    );
    return undefined;
  }

  /** A switch. A value of another type is what Helm makes of it: `otherwise`. */
  flag(
    path: string,
    fallback: boolean,
    otherwise: boolean = fallback,
  ): boolean {
    const value = this.raw(path);
    if (value === undefined) return fallback;
    if (typeof value === 'boolean') return value;
    this.#wrongType(
      path,
      kindOf(value),
      'true or false',
      `Write true or false without quotes; as it is, Helm takes it as ${otherwise}`,
    );
    return otherwise;
  }

  /** A switch that reaches a program as text: `true` and `"True"` are the same to it. */
  isTrue(path: string): boolean {
    const value = this.raw(path);
    return typeof value === 'string'
      ? value.toLocaleLowerCase('en-US') === 'true'
      : this.flag(path, false);
  }

  /** An image tag. YAML reads an unquoted `2026.10` as the number 2026.1, and so does Helm. */
  tag(path: string): string | undefined {
    const value = this.raw(path);
    if (typeof value !== 'number') return this.text(path);
    this.findings.push({
      severity: 'warning',
      code: 'tag-not-quoted',
      message: `${path} is the number ${value}, not text: a tag such as 2026.10 becomes 2026.1`,
      fix: `Put the tag in quotes: "${value}"`,
      key: path,
    });
    return String(value);
  }

  /** A URL as it may be shown: without user, password, query and fragment, which may grant access. */
  url(path: string): string | undefined {
    const text = this.text(path);
    if (text === undefined || !URL.canParse(text))
      return text?.split(/[?#]/)[0];
    const url = new URL(text);
    return url.username || url.password || url.search || url.hash
      ? `${url.protocol}//${url.host}${url.pathname}`
      : text;
  }

  /** Whether what is there is a map; anything else, when present, is a finding that shows no text. */
  map(path: string): boolean {
    const value = this.raw(path);
    if (value === undefined) return false;
    if (typeof value === 'object' && !Array.isArray(value)) return true;
    const found = typeof value === 'string' ? 'a text' : kindOf(value);
    const fix = `Make ${path} a map of settings, or remove it`;
    this.#wrongType(path, found, 'a map', fix);
    return false;
  }

  #wrongType(key: string, found: string, wanted: string, fix: string) {
    this.findings.push({
      severity: 'warning',
      code: 'value-wrong-type',
      message: `${key} is ${found}, not ${wanted}`,
      fix,
      key,
    });
  }
}
