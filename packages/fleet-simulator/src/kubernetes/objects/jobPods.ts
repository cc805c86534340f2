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
    triesOf(view, run).map(attempt => createJobPod(view, run, job, attempt)),
  );
}

/** A pod of a Job. */
interface Try {
  name: string;
  createdAt: Date;
}

/** The pods that are there: tries of a failed Job are spread over its run, and one that is deleted amid a run has a successor. */
function triesOf(view: NamespaceView, run: JobRun): Try[] {
  if (run.hasFailed) {
    return Array.from({ length: BACKOFF_LIMIT + 1 }, (_, attempt) => ({
      name: jobPodName(view, run, attempt),
      createdAt: triedAt(run, attempt),
    })).filter(one => !deletionOf(view, one));
  }
  for (let attempt = 0, { startedAt: createdAt } = run; ; attempt += 1) {
    const one = { name: jobPodName(view, run, attempt), createdAt };
    const deletion = deletionOf(view, one);
    if (!deletion) {
      return [one];
    }
    if (run.finishedAt && run.finishedAt <= deletion) {
      return [];
    }
    createdAt = deletion;
  }
}

function deletionOf(
  { changes }: NamespaceView,
  { name, createdAt }: Try,
): Date | undefined {
  return changesOfKind(changes, 'deletePod').find(
    deletion => deletion.name === name && deletion.at >= createdAt,
  )?.at;
}

/** Name of the pod of a Job's try. */
export function jobPodName(
  { facts }: Pick<NamespaceView, 'facts'>,
  { name }: Pick<JobRun, 'name'>,
  attempt: number,
): string {
  return `${name}-${nameSuffix(facts, `${name} ${attempt}`, 5)}`;
}

function createJobPod(
  view: NamespaceView,
  run: JobRun,
  job: Job,
  { name, createdAt }: Try,
): Pod {
  const { facts, namespace, cluster } = view;
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
