import type { JsonValue } from '@backstage/types';
import {
  readGen3Values,
  readSecrets,
  type ServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { asCode } from '../changes/asCode';
import { secretNamesIn } from '../preflight/secrets/secretNamesIn';
import { listNames } from '../preflight/listNames';
import { isMap, textAt, valueAt } from '../preflight/valueAt';
import type { CommonsInGit } from './types';

/** Keys of values that name a bucket, or several in a list, wherever they are. */
const BUCKET_KEY = /bucket/i;

/** Keys of maps by name of bucket: `S3_BUCKETS` and `GS_BUCKETS` of fence, which has the credentials of the data (`gen3-helm:helm/fence/values.yaml`). */
const BUCKETS_KEY = /buckets$/i;

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
  const services = readGen3Values(values, registry).services.flatMap(
    ({ name }) => registry.get(name) ?? [],
  );
  const databases = services
    .filter(({ database }) => database)
    .map(({ name }) => name);
  const named = [
    ...secretNamesIn(values, registry),
    ...services.flatMap(service => readSecrets(values, service)),
  ];
  const secrets = [...new Set(named.map(({ name }) => name))].sort();
  const buckets = [...new Set(bucketNames(values))].sort();
  const workspaces =
    textAt(values, 'hatchery.jupyterNamespace') ??
    (application.namespace && `jupyter-pods-${namespace}`);
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
      : `Buckets: ${buckets
          .map(asCode)
          .join(', ')}, and others that its values do not name`,
    `The DNS name ${asCode(hostname)} and its certificate`,
    `The namespace ${
      workspaces ? `${asCode(workspaces)} ` : ''
    }with workspaces, and their users' volumes`,
    'Clients of other commons that log in here, and its place in a mesh',
  ];
}

function bucketNames(value: JsonValue | undefined): string[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    if (!BUCKET_KEY.test(key)) return bucketNames(below);
    if (isMap(below)) {
      return BUCKETS_KEY.test(key) ? Object.keys(below) : bucketNames(below);
    }
    return [below]
      .flat()
      .flatMap(name => (typeof name === 'string' && name ? [name] : []));
  });
}
