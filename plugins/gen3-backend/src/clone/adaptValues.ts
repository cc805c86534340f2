import type { JsonObject, JsonValue } from '@backstage/types';

/** Names of a commons that its values carry. */
export interface CloneNames {
  hostname: string;
  /** Helm's release, made of the hostname. */
  releaseName: string;
  /** `global.environment`: secrets are named after it. */
  environment: string | undefined;
}

/** Where databases are, and as whom one logs in (`gen3-helm:helm/fence/values.yaml`, `helm/gen3/values.yaml`). */
const DATABASE_KEYS = ['postgres', 'postgresql'];

/**
 * Values of one commons as another one could have them: its hostname and what is made of it are replaced wherever they stand as a whole name,
 * names that begin with its environment begin with the new one, and references to databases go: two commons in one database would be one.
 */
export function adaptValues(
  values: JsonObject,
  { from, to }: { from: CloneNames; to: CloneNames },
): JsonObject {
  const replacements = [
    { name: whole(from.hostname, '[a-z0-9.-]', '[a-z0-9-]'), by: to.hostname },
    {
      name: whole(from.releaseName, '[a-z0-9]', '[a-z0-9]'),
      by: to.releaseName,
    },
    ...(from.environment && to.environment
      ? [
          {
            name: new RegExp(`^${escaped(from.environment)}(?=-)`),
            by: to.environment,
          },
        ]
      : []),
  ];
  const renamed = (text: string) =>
    replacements.reduce((now, { name, by }) => now.replace(name, by), text);
  return Object.fromEntries(
    Object.entries(adaptMap(values, renamed)).map(([key, value]) => [
      key,
      isMap(value) ? withoutDatabases(value) : value,
    ]),
  );
}

function whole(name: string, before: string, after: string): RegExp {
  return new RegExp(`(?<!${before})${escaped(name)}(?!${after})`, 'gi');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function adaptMap(map: JsonObject, renamed: (text: string) => string) {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      renamed(key),
      adapt(value, renamed),
    ]),
  );
}

function adapt(
  value: JsonValue | undefined,
  renamed: (text: string) => string,
): JsonValue | undefined {
  if (typeof value === 'string') return renamed(value);
  if (Array.isArray(value)) {
    return value.map(item => adapt(item, renamed) ?? null);
  }
  return isMap(value) ? adaptMap(value, renamed) : value;
}

function withoutDatabases(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map).filter(([key]) => !DATABASE_KEYS.includes(key)),
  );
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
