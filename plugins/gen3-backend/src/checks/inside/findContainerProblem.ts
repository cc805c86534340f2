import type { ContainerStatus } from './ContainerStatus';
import { describeKill, describeRestarts } from './describeKill';
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

/** What keeps a container from running; undefined when nothing is known to. */
export function findContainerProblem(
  container: ContainerStatus,
  options: { isInit: boolean },
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
  return findEnd(container, waiting, options.isInit);
}

/** A container that ended badly, now or before kubelet began to wait. */
function findEnd(
  container: ContainerStatus,
  waiting: string | undefined,
  isInit: boolean,
): PodProblem | undefined {
  const { state, lastState, name } = container;
  const isLooping = waiting === 'CrashLoopBackOff';
  const end =
    state?.terminated ?? (isLooping ? lastState?.terminated : undefined);
  const hasFailed = isLooping || (end?.exitCode ?? 0) !== 0;
  if (!hasFailed) return undefined;
  const kill = describeKill(container, end);
  // Init containers have no liveness probe: what killed one is not known.
  if (kill && (kill.cause === 'out-of-memory' || !isInit)) return kill;
  const times = describeRestarts(container);
  const code = end?.exitCode === undefined ? '' : `exit code ${end.exitCode}, `;
  return isInit
    ? {
        cause: 'init-failed',
        clause: `fails in its init container ${name} (${code}${times})`,
      }
    : { cause: 'crash-loop', clause: `crash-loops (${code}${times})` };
}
