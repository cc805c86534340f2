import { HOUR_MS, later } from '../timestamps';
import { NamespaceView } from '../views';
import { Happening } from './Happening';
import { jobHappenings } from './jobHappenings';
import { jobsOf } from './jobs';
import { podHappenings } from './podHappenings';
import { podName } from './podName';
import { rolloutHappenings } from './rolloutHappenings';
import { podsOf } from './servicePods';
import { Workload, workloadsOf } from './workloads';

/** The API server forgets Events after an hour (`--event-ttl`). */
const KEPT_MS = HOUR_MS;

/** What was reported in a commons' namespace within the last hour. */
export function happeningsOf(view: NamespaceView): Happening[] {
  const { now } = view.cluster;
  const oldest = later(now, -KEPT_MS);
  return [
    ...workloadsOf(view).flatMap(workload => [
      ...ofTrouble(view, workload),
      ...rolloutHappenings(view, workload, oldest),
    ]),
    ...jobsOf(view).flatMap(({ run, job }) => jobHappenings(view, run, job)),
  ].filter(({ at }) => at >= oldest && at <= now);
}

function ofTrouble(view: NamespaceView, workload: Workload): Happening[] {
  const { name, rollout, trouble, troubleAt } = workload;
  if (!trouble || !troubleAt) {
    return [];
  }
  const troubled = new Map(
    rollout.pods
      .filter(life => !life.readyAt)
      .map(life => [podName(view, name, life), life.createdAt]),
  );
  return podsOf(view, workload).flatMap(pod => {
    const createdAt = troubled.get(pod.metadata.name);
    const since = createdAt && createdAt > troubleAt ? createdAt : troubleAt;
    return createdAt ? podHappenings(view, workload, pod, since) : [];
  });
}
