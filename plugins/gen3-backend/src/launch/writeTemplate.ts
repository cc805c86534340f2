import type { JsonObject, JsonValue } from '@backstage/types';
import { writeYaml } from './writeYaml';

/** What Helm writes for it is `{{`. In backticks, as quotes would be other ones inside those of YAML. */
const BRACES = '{{`{{`}}';

/** Writes an object as a template of a chart: Helm renders it to what it is, also where a text in it looks like a template. */
export function writeTemplate(object: JsonObject): string {
  return writeYaml(escape(object));
}

function escape(value: JsonValue | undefined): JsonValue {
  if (typeof value === 'string') return value.replaceAll('{{', BRACES);
  if (Array.isArray(value)) return value.map(escape);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, escape(inner)]),
  );
}
