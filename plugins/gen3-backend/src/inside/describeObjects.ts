import type { ApplicationRow } from '@gen3-csoc/backstage-plugin-gen3-common';
import {
  boundedClause,
  type KubernetesApplication,
} from '@gen3-csoc/backstage-plugin-gen3-node';
import { plainText } from '../checks/inside/plainText';

type Resource = NonNullable<
  KubernetesApplication['status']
>['resources'][number];

/** Objects that are shown of one Application. */
const MAX_OBJECTS = 50;

/** Health that somebody wants to know of, the worst first (`argo-cd:gitops-engine/pkg/health/health.go`). */
const NOT_HEALTHY = ['Degraded', 'Missing', 'Unknown', 'Progressing'];

/** What of an Application is not as git says or not healthy, the worst first. */
export function describeObjects(
  resources: Resource[],
): Pick<ApplicationRow, 'objects' | 'totalObjects'> {
  const odd = resources
    .filter(each => !isAsGitSays(each) || !isHealthy(each))
    .sort((a, b) => rankOf(a) - rankOf(b) || byName(a, b));
  return {
    objects: odd
      .slice(0, MAX_OBJECTS)
      .map(({ kind, name, status, health }) => ({
        kind: plainText(kind),
        name: plainText(name),
        ...(status ? { sync: plainText(status) } : {}),
        ...(health?.status ? { health: plainText(health.status) } : {}),
        ...(health?.message ? { message: boundedClause(health.message) } : {}),
      })),
    totalObjects: odd.length,
  };
}

/** Argo CD says nothing of objects that it does not compare, such as hooks. */
function isAsGitSays({ status }: Resource): boolean {
  return status === undefined || status === 'Synced';
}

function isHealthy({ health }: Resource): boolean {
  return !NOT_HEALTHY.includes(health?.status ?? '');
}

/** Broken, then not applied, then under way. */
function rankOf(resource: Resource): number {
  const isBroken = ['Degraded', 'Missing'].includes(
    resource.health?.status ?? '',
  );
  if (isBroken) return 0;
  return isAsGitSays(resource) ? 2 : 1;
}

function byName(a: Resource, b: Resource): number {
  return (
    a.kind.localeCompare(b.kind, 'en') || a.name.localeCompare(b.name, 'en')
  );
}
