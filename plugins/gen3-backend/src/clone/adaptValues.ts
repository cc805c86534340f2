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
 * Keys whose value may be the name of a secret, bucket, queue or role, as all commons of `gen3-gitops` have them: `global.aws.hatchery_role`,
 * `global.dataUploadBucket`, `global.postgres.externalSecret`. A store of secrets is the cluster's.
 */
const NAMING_KEY = /^(?!.*store).*(secret|bucket|queue|sqs|role)/i;

/** Every text in it is the name of a secret (`gen3-helm:helm/fence/values.yaml`). */
const NAMING_MAP = 'externalSecrets';

/** Maps by names of buckets: the key of one has to stay equal to what names it elsewhere (`fence:fence/config-default.yaml`, `S3_BUCKETS`). */
const MAP_BY_NAME = /_BUCKETS$/;

/** Replaces names in a text. */
type Rename = (text: string) => string;

interface Renames {
  /** In every key and text. */
  hostname: Rename;
  /** In every text. */
  release: Rename;
  /** Of a text that is the name of a secret or the like. */
  environment: Rename;
}

/**
 * Values of one commons as another one could have them: its hostname and what is made of it are replaced wherever they stand as a whole name, names of
 * secrets, buckets, queues and roles that begin with its environment begin with the new one, and references to databases go: two commons in one
 * database would be one. Other words may begin like the environment by chance (`gen3`, `dev`), and so may keys: services are keys.
 */
export function adaptValues(
  values: JsonObject,
  { from, to }: { from: CloneNames; to: CloneNames },
): JsonObject {
  const hostname = whole(from.hostname, '[a-z0-9.-]', '[a-z0-9-]');
  const release = whole(from.releaseName, '[a-z0-9]', '[a-z0-9]');
  const renames: Renames = {
    hostname: text => text.replace(hostname, to.hostname),
    release: text => text.replace(release, to.releaseName),
    environment: renameEnvironment(from.environment, to.environment),
  };
  return Object.fromEntries(
    Object.entries(adaptMap(values, renames, [])).map(([key, value]) => [
      key,
      isMap(value) ? withoutDatabases(value) : value,
    ]),
  );
}

/** A name, or a path of them whose first has no dot, which the host of an image or a page has. */
function renameEnvironment(
  from: string | undefined,
  to: string | undefined,
): Rename {
  if (!from || !to) return text => text;
  const prefix = new RegExp(`^${escaped(from)}(?=-[\\w-]+(/\\S*)?$)`);
  return text => text.replace(prefix, to);
}

function whole(name: string, before: string, after: string): RegExp {
  return new RegExp(`(?<!${before})${escaped(name)}(?!${after})`, 'gi');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** @param path - keys above, the outermost first. */
function adaptMap(
  map: JsonObject,
  renames: Renames,
  path: string[],
): JsonObject {
  const isByName = MAP_BY_NAME.test(path.at(-1) ?? '');
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => {
      const renamed = renames.hostname(key);
      return [
        isByName ? renames.environment(renamed) : renamed,
        adapt(value, renames, [...path, key]),
      ];
    }),
  );
}

function adapt(
  value: JsonValue | undefined,
  renames: Renames,
  path: string[],
): JsonValue | undefined {
  if (typeof value === 'string') {
    const renamed = renames.release(renames.hostname(value));
    return isNaming(path) ? renames.environment(renamed) : renamed;
  }
  if (Array.isArray(value)) {
    return value.map(item => adapt(item, renames, path) ?? null);
  }
  return isMap(value) ? adaptMap(value, renames, path) : value;
}

function isNaming(path: string[]): boolean {
  const key = path.at(-1) ?? '';
  return (
    NAMING_KEY.test(key) || (path.at(-2) === NAMING_MAP && !/store/i.test(key))
  );
}

function withoutDatabases(map: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(map).filter(([key]) => !DATABASE_KEYS.includes(key)),
  );
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
