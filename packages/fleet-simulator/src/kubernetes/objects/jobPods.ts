import { changesOfKind } from '../changes/Change';
import { controlledBy, createMetadata, nameSuffix } from '../metadata';
import { later, SECOND_MS, timestamp } from '../timestamps';
import { NamespaceView } from '../views';
import { ContainerPlace, ended, running } from './containerStatus';
import { JobRun } from './jobRun';
import { Job, jobsOf } from './jobs';
import { BACKOFF_LIMIT } from './jobStatus';
import { conditionsOf } from './podStatus';
import { Pod, PodStatus } from './podTypes';
import { placePod } from './servicePods';

/** The pods of all Jobs of a commons; a failed Job leaves one for each try. */
export function jobPodsOf(view: NamespaceView): Pod[] {
  return jobsOf(view).flatMap(({ run, job }) =>
    Array.from(
      { length: run.hasFailed ? BACKOFF_LIMIT + 1 : 1 },
      (_, attempt) => createJobPod(view, run, job, attempt),
    ).filter(pod => !isDeleted(view, pod)),
  );
}

/** Of a Job that still runs the pod is not replaced: it goes on as if the next one had begun where it ended. */
function isDeleted(view: NamespaceView, { metadata }: Pod): boolean {
  return changesOfKind(view.changes, 'deletePod').some(
    ({ name, at }) =>
      name === metadata.name && at >= new Date(metadata.creationTimestamp),
  );
}

function createJobPod(
  view: NamespaceView,
  run: JobRun,
  job: Job,
  attempt: number,
): Pod {
  const { facts, namespace, cluster } = view;
  const suffix = nameSuffix(facts, `${run.name} ${attempt}`, 5);
  const name = `${run.name}-${suffix}`;
  const createdAt = triedAt(run, attempt);
  const { node, podIP } = placePod(view, name);
  const metadata = createMetadata(facts, {
    kind: 'Pod',
    name,
    namespace,
    createdAt,
    changedAt: run.finishedAt ?? createdAt,
    labels: job.spec.template.metadata.labels,
    owner: controlledBy(job),
  });
  const { name: container, image } = run.plan;
  const { uid } = metadata;
  const place = { facts, pod: name, namespace, uid, image, now: cluster.now };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: `${run.name}-`, ...metadata },
    spec: { ...job.spec.template.spec, nodeName: node.name },
    status: {
      ...statusOf(view, run, createdAt, { ...place, name: container }),
      hostIP: node.address,
      podIP,
      podIPs: [{ ip: podIP }],
      qosClass: 'Burstable',
    },
  };
}

/** Tries are spread over the run. */
function triedAt({ startedAt, finishedAt }: JobRun, attempt: number): Date {
  const lengthMs = finishedAt ? finishedAt.getTime() - startedAt.getTime() : 0;
  return later(startedAt, (attempt * lengthMs) / (BACKOFF_LIMIT + 1));
}

function statusOf(
  view: NamespaceView,
  run: JobRun,
  createdAt: Date,
  place: ContainerPlace,
): Omit<PodStatus, 'qosClass'> {
  const startedAt = later(createdAt, SECOND_MS);
  const finishedAt = run.hasFailed
    ? later(startedAt, SECOND_MS)
    : run.finishedAt;
  const conditions = conditionsOf(view, {
    createdAt,
    readySince: finishedAt ?? startedAt,
    ...(finishedAt ? { unready: run.plan.name } : {}),
  }).map(condition =>
    !run.hasFailed && finishedAt && condition.reason === 'ContainersNotReady'
      ? { ...condition, reason: 'PodCompleted', message: undefined }
      : condition,
  );
  const exitCode = run.hasFailed ? 1 : 0;
  return {
    phase: phaseOf(run),
    conditions,
    startTime: timestamp(createdAt),
    containerStatuses: [
      finishedAt
        ? ended(place, { startedAt, finishedAt, exitCode })
        : running(place, startedAt, true),
    ],
  };
}

function phaseOf({ hasFailed, finishedAt }: JobRun): PodStatus['phase'] {
  if (!finishedAt) {
    return 'Running';
  }
  return hasFailed ? 'Failed' : 'Succeeded';
}
