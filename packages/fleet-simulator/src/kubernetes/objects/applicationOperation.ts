import { z } from 'zod';
import { SyncOperation } from '../sync/types';
import { later, SECOND_MS, timestamp } from '../timestamps';
import { usuallyDeployedAt } from '../usualAges';
import { NamespaceView } from '../views';
import { ManagedResource } from './applicationHealth';

/** `spec` of an Application, as far as it is read here. */
export type ApplicationSpec = Readonly<Record<string, unknown>>;

/** What tells a chart of a Helm repository from a folder in git. */
const sourceSchema = z.looseObject({
  chart: z.string().optional(),
  targetRevision: z.string().optional(),
});

/** How long the operation took that brought what was there at the simulator's start. */
const USUAL_MS = 42 * SECOND_MS;

/** The commit or version of each source of an Application. */
export interface Revisions {
  revision?: string;
  revisions?: string[];
}

/** What an operation brings, or what was there before the first: of a chart from a Helm repository its version, of git a commit. */
export function revisionsOf(
  { facts }: NamespaceView,
  { source, sources }: ApplicationSpec,
  operation: SyncOperation | undefined,
): Revisions {
  const since = operation ? ` ${operation.declaredAt.toISOString()}` : '';
  const revision = (written: unknown, index: number) => {
    const { chart, targetRevision } = sourceSchema.parse(written ?? {});
    return chart && targetRevision
      ? targetRevision
      : facts.hex(`revision ${index}${since}`, 40);
  };
  return Array.isArray(sources) && sources.length > 0
    ? { revisions: sources.map(revision) }
    : { revision: revision(source, 0) };
}

/** What Argo CD has done of late: `status.operationState`, none before its first operation has begun. */
export function createOperationState(
  view: NamespaceView,
  spec: ApplicationSpec,
  resources: ManagedResource[],
): { operationState?: object } {
  const { now } = view.cluster;
  const { operations, installedAt: cameUpAt } = view.sync;
  const operation = operations.findLast(({ startedAt }) => startedAt <= now);
  if (!operation && cameUpAt) {
    return {};
  }
  const startedAt =
    operation?.startedAt ??
    usuallyDeployedAt(view.facts, view.cluster.startedAt);
  const finishedAt = operation
    ? operation.finishedAt
    : later(startedAt, USUAL_MS);
  const revisions = revisionsOf(view, spec, operation);
  const common = {
    operation: { initiatedBy: { automated: true }, sync: revisions },
    startedAt: timestamp(startedAt),
    syncResult: revisions,
  };
  return {
    operationState:
      finishedAt && finishedAt <= now
        ? {
            ...common,
            phase: 'Succeeded',
            message: 'successfully synced (all tasks run)',
            finishedAt: timestamp(finishedAt),
          }
        : { ...common, phase: 'Running', message: waitsFor(resources) },
  };
}

/** As Argo CD words it (`argo-cd:gitops-engine/pkg/sync/sync_context.go`). */
function waitsFor(resources: ManagedResource[]): string {
  const coming = resources.filter(
    ({ health }) => health?.status === 'Progressing',
  );
  const [first] = coming;
  if (!first) {
    return 'one or more tasks are running';
  }
  const others = coming.length - 1;
  return `waiting for healthy state of ${first.group}/${first.kind}/${
    first.name
  }${others > 0 ? ` and ${others} more resources` : ''}`;
}
