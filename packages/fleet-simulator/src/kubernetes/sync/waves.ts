/** Deployments that the others of a commons need; each list is one sync wave (`argocd.argoproj.io/sync-wave`). */
const FIRST = ['arborist', 'fence', 'indexd'];
const LAST = ['revproxy', 'portal', 'frontend-framework'];

/** Databases are made before the first wave. */
export const WAVES = [1, 2, 3] as const;

/** Which wave of a sync a service's Deployments are in. */
export function waveOf(service: string): (typeof WAVES)[number] {
  if (FIRST.includes(service)) {
    return 1;
  }
  return LAST.includes(service) ? 3 : 2;
}
