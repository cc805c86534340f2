import type { ContainerEnd, ContainerStatus } from './ContainerStatus';
import { describeKill, describeRestarts } from './describeKill';
import { findRecentEnd } from './findRecentEnd';
import { isOverdue } from './patience';
import type { PodProblem } from './PodProblem';

/** Reasons of kubelet for an image that does not come. */
const IMAGE_REASONS = [
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
];

/** Reasons of kubelet for a container that cannot be made of what it names. */
const CONFIG_REASONS = [
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'PreCreateHookError',
  'PostStartHookError',
];

/** As many, and a container that begins anew and is not ready yet is in a loop. */
const MIN_LOOP_RESTARTS = 3;

/** A container that is judged; `now` is in milliseconds since the epoch. */
interface About {
  isInit: boolean;
  now: number;
}

/** What keeps a container from running; undefined when nothing is known to. */
export function findContainerProblem(
  container: ContainerStatus,
  about: About,
): PodProblem | undefined {
  const { state } = container;
  const waiting = state?.waiting?.reason;
  if (waiting !== undefined && IMAGE_REASONS.includes(waiting)) {
    return {
      cause: 'image-pull',
      clause: `cannot pull ${container.image ?? 'its image'} (${waiting})`,
    };
  }
  if (waiting !== undefined && CONFIG_REASONS.includes(waiting)) {
    const why = state?.waiting?.message;
    return {
      cause: 'container-config',
      clause: `cannot be made (${waiting}${why ? `: ${why}` : ''})`,
    };
  }
  const end = findEnd(container, about);
  return end && describeEnd(container, end, about.isInit);
}

/** How a container ended that ended badly, now or before it waits or runs again; without details where kubelet gives none. */
function findEnd(
  container: ContainerStatus,
  about: About,
): ContainerEnd | undefined {
  const { state, lastState } = container;
  if (
    state?.waiting?.reason === 'CrashLoopBackOff' ||
    isBetweenCrashes(container, about)
  ) {
    return lastState?.terminated ?? {};
  }
  return (state?.terminated?.exitCode ?? 0) === 0
    ? undefined
    : state?.terminated;
}

/**
 * Whether a container in a loop runs for a moment: without this its cause would change with each restart. One that has run for ten minutes is out
 * of it, as kubelet has it (`kubernetes/website:content/en/docs/concepts/workloads/pods/pod-lifecycle.md`, "CrashLoopBackOff").
 */
function isBetweenCrashes(
  container: ContainerStatus,
  { isInit, now }: About,
): boolean {
  const { state, ready, restartCount = 0 } = container;
  const end = findRecentEnd(container, now);
  return (
    state?.running !== undefined &&
    !ready &&
    restartCount >= MIN_LOOP_RESTARTS &&
    !isOverdue(state.running.startedAt, now) &&
    end !== undefined &&
    // Only init containers are to end: others crash also with 0, such as nginx, which kubelet asks to stop when its liveness probe fails.
    !(isInit && end.exitCode === 0)
  );
}

function describeEnd(
  container: ContainerStatus,
  end: ContainerEnd,
  isInit: boolean,
): PodProblem {
  const kill = describeKill(container, end);
  // Init containers have no liveness probe: what killed one is not known.
  if (kill && (kill.cause === 'out-of-memory' || !isInit)) return kill;
  const times = describeRestarts(container);
  const code = end.exitCode === undefined ? '' : `exit code ${end.exitCode}, `;
  return isInit
    ? {
        cause: 'init-failed',
        clause: `fails in its init container ${container.name} (${code}${times})`,
      }
    : { cause: 'crash-loop', clause: `crash-loops (${code}${times})` };
}
