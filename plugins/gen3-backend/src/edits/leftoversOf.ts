import type { JsonValue } from '@backstage/types';
import {
  readGen3Values,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { secretNamesIn } from '../preflight/secrets/secretNamesIn';
import { listNames } from '../preflight/listNames';
import { isMap, valueAt } from '../preflight/valueAt';
import type { CommonsInGit } from './types';

/** Keys of values that name a bucket, wherever they are. */
const BUCKET_KEY = /bucket/i;

/**
 * What stays behind when a commons' Application is deleted, as lines of Markdown. Neither Argo CD nor Helm owns it, so somebody has to decide
 * about each, and may still need it (`gen3-helm:docs/PREREQUISITES.md` on volumes, `gen3-helm:helm/hatchery` on the namespace of workspaces).
 */
export function leftoversOf(
  { values, application, commons }: CommonsInGit,
  registry: ServiceRegistry,
): string[] {
  const { hostname } = commons;
  const namespace = application.namespace ?? 'its namespace';
  const databases = readGen3Values(values, registry)
    .services.map(({ name }) => name)
    .filter(name => registry.get(name)?.database);
  const secrets = [
    ...new Set(secretNamesIn(values).map(({ name }) => name)),
  ].sort();
  const buckets = bucketNames(values);
  const inNamespace = valueAt(values, 'global.dev') !== false;
  return [
    ...(application.cascades
      ? []
      : [
          `Everything in the namespace ${asCode(
            namespace,
          )}: without its finalizer, deleting the Application deletes nothing`,
        ]),
    `Persistent volumes (PVCs) in ${asCode(
      namespace,
    )}, and the namespace itself`,
    ...(databases.length === 0
      ? []
      : [
          `Databases of ${listNames(databases)}${
            inNamespace
              ? ', in the namespace, on its volumes'
              : ' on their server'
          }`,
        ]),
    secrets.length === 0
      ? 'Secrets in the secret manager'
      : `Secrets in the secret manager: ${secrets.map(asCode).join(', ')}`,
    buckets.length === 0
      ? 'Buckets with its data, and whatever is stored of its users'
      : `Buckets: ${buckets.map(asCode).join(', ')}`,
    `The DNS name ${asCode(hostname)} and its certificate`,
    `The namespace ${asCode(
      `jupyter-pods-${namespace}`,
    )} with workspaces, and their users' volumes`,
    'Clients of other commons that log in here, and its place in a mesh',
  ];
}

function bucketNames(value: JsonValue | undefined): string[] {
  if (!isMap(value)) return [];
  const found = Object.entries(value).flatMap(([key, below]) =>
    typeof below === 'string' && below && BUCKET_KEY.test(key)
      ? [below]
      : bucketNames(below),
  );
  return [...new Set(found)].sort();
}
