import { installedAt } from '../ages';
import { defineKind, inCommons } from '../defineKind';
import { createMetadata } from '../metadata';
import { later, MINUTE_MS, timestamp } from '../timestamps';
import { Condition, KubernetesObject } from '../types';
import { NamespaceView } from '../views';

/** An ExternalSecret of External Secrets Operator. */
interface ExternalSecret extends KubernetesObject {
  spec: {
    refreshInterval: string;
    secretStoreRef: { name: string; kind: string };
    target: object;
    dataFrom: object[];
  };
  status: {
    refreshTime: string;
    syncedResourceVersion: string;
    binding: { name: string };
    conditions: Condition[];
  };
}

/** Secrets of charts besides those of databases (`gen3-helm:helm/<chart>/templates/external-secret*.yaml`). */
const SECRETS: Record<string, string[]> = {
  fence: ['fence-config', 'fence-jwt-keys'],
  indexd: ['indexd-service-creds'],
  metadata: ['metadata-g3auto'],
  manifestservice: ['manifestservice-g3auto'],
  wts: ['wts-g3auto'],
  audit: ['audit-g3auto'],
  requestor: ['requestor-g3auto'],
  sower: ['pelicanservice-g3auto', 'sower-jobs-g3auto'],
  ssjdispatcher: ['ssjdispatcher-creds'],
};

const REFRESH_MS = 5 * MINUTE_MS;

function createExternalSecret(
  view: NamespaceView,
  name: string,
): ExternalSecret {
  const { facts, cluster, commons } = view;
  const createdAt = installedAt(view);
  const ageMs = cluster.now.getTime() - createdAt.getTime();
  const refreshedAt = later(cluster.now, -(ageMs % REFRESH_MS));
  const environment = commons.environment ?? 'default';
  const key = `${environment}-${name.replace(/-dbcreds$/, '-creds')}`;
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: createMetadata(facts, {
      kind: 'ExternalSecret',
      name,
      namespace: view.namespace,
      createdAt,
      changedAt: refreshedAt,
      generation: 1,
    }),
    spec: {
      refreshInterval: '5m',
      secretStoreRef: { name: 'gen3-secret-store', kind: 'SecretStore' },
      target: { name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      dataFrom: [{ extract: { key } }],
    },
    status: {
      refreshTime: timestamp(refreshedAt),
      syncedResourceVersion: `1-${facts.hex(`synced ${name}`, 56)}`,
      binding: { name },
      conditions: [synced(createdAt)],
    },
  };
}

function synced(since: Date): Condition {
  return {
    type: 'Ready',
    status: 'True',
    lastTransitionTime: timestamp(since),
    reason: 'SecretSynced',
    message: 'secret synced',
  };
}

function externalSecretsOf(view: NamespaceView): ExternalSecret[] {
  return view.services.flatMap(({ name, database }) =>
    [...(database ? [`${name}-dbcreds`] : []), ...(SECRETS[name] ?? [])].map(
      secret => createExternalSecret(view, secret),
    ),
  );
}

/** `external-secrets.io/v1` ExternalSecrets. */
export const externalSecrets = defineKind<ExternalSecret>({
  group: 'external-secrets.io',
  version: 'v1',
  plural: 'externalsecrets',
  kind: 'ExternalSecret',
  shortNames: ['es'],
  isCustom: true,
  build: inCommons(externalSecretsOf),
  columns: [
    { name: 'StoreType', cell: ({ spec }) => spec.secretStoreRef.kind },
    { name: 'Store', cell: ({ spec }) => spec.secretStoreRef.name },
    { name: 'Refresh Interval', cell: ({ spec }) => spec.refreshInterval },
    {
      name: 'Status',
      cell: ({ status }) => status.conditions[0].reason ?? '',
    },
    { name: 'Ready', cell: ({ status }) => status.conditions[0].status },
  ],
});
