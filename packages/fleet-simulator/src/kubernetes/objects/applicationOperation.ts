import { later, SECOND_MS, timestamp } from '../timestamps';
import { usuallyDeployedAt } from '../usualAges';
import { NamespaceView } from '../views';
import { ManagedResource } from './applicationHealth';
import { ApplicationSpec, Declared, revisionsOf } from './applicationRevisions';

/** How long the operation took that brought what was there at the simulator's start. */
const USUAL_MS = 42 * SECOND_MS;

/** So many operations Argo CD remembers (`revisionHistoryLimit`). */
const KEPT_OPERATIONS = 10;

/** One operation that has begun. */
interface Begun {
  declared: Declared;
  startedAt: Date;
  /** Undefined while it goes on. */
  finishedAt?: Date;
}

/** The operations of a commons until now, oldest first. */
function operationsOf(view: NamespaceView): Begun[] {
  const { cluster, facts, sync } = view;
  const { now } = cluster;
  const startedAt = usuallyDeployedAt(facts, cluster.startedAt);
  const first = sync.before && {
    declared: { commons: sync.before },
    startedAt,
    finishedAt: later(startedAt, USUAL_MS),
  };
  const begun = sync.operations
    .filter(operation => operation.startedAt <= now)
    .map(
      ({ commons, declaredAt, finishedAt, ...rest }): Begun => ({
        declared: { commons, since: declaredAt },
        startedAt: rest.startedAt,
        ...(finishedAt && finishedAt <= now ? { finishedAt } : {}),
      }),
    );
  return first ? [first, ...begun] : begun;
}

/** What Argo CD did last: `status.operationState`, none before its first operation has begun. */
export function createOperationState(
  view: NamespaceView,
  spec: ApplicationSpec,
  resources: ManagedResource[],
): { operationState?: object } {
  const operation = operationsOf(view).at(-1);
  if (!operation) {
    return {};
  }
  const { declared, startedAt, finishedAt } = operation;
  const revisions = revisionsOf(view, spec, declared);
  const outcome = finishedAt
    ? {
        phase: 'Succeeded',
        message: 'successfully synced (all tasks run)',
        finishedAt: timestamp(finishedAt),
      }
    : { phase: 'Running', message: waitsFor(resources) };
  return {
    operationState: {
      operation: { initiatedBy: { automated: true }, sync: revisions },
      ...outcome,
      startedAt: timestamp(startedAt),
      syncResult: revisions,
    },
  };
}

/** What was applied until now: `status.history`, the newest last. */
export function createHistory(
  view: NamespaceView,
  spec: ApplicationSpec,
): object[] {
  return operationsOf(view)
    .flatMap(({ declared, startedAt, finishedAt }, id) =>
      finishedAt
        ? [
            {
              id,
              deployStartedAt: timestamp(startedAt),
              deployedAt: timestamp(finishedAt),
              ...revisionsOf(view, spec, declared),
            },
          ]
        : [],
    )
    .slice(-KEPT_OPERATIONS);
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
