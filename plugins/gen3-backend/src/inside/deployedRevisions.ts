import type { KubernetesApplication } from '@gen3-csoc/backstage-plugin-gen3-node';

type Revisions = { revision?: string; revisions?: string[] };

/** Revisions of an Application, one for each of its sources. */
export function revisionsOf(given: Revisions | undefined): string[] {
  const { revision, revisions } = given ?? {};
  if (revisions && revisions.length > 0) return revisions;
  return revision ? [revision] : [];
}

/**
 * What runs. `status.sync` names what Argo CD compared with, which is what runs only when both are the same; else it is what was applied
 * last (`argo-cd:pkg/apis/application/v1alpha1/types.go`, SyncStatus and RevisionHistory). None when Argo CD does not say.
 */
export function deployedRevisions({ status }: KubernetesApplication): string[] {
  if (status?.sync?.status === 'Synced') return revisionsOf(status.sync);
  const { phase, syncResult } = status?.operationState ?? {};
  const lastApplied =
    status?.history.at(-1) ?? (phase === 'Succeeded' ? syncResult : undefined);
  return revisionsOf(lastApplied);
}
