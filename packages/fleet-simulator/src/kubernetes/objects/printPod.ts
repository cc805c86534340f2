import { since } from '../humanDuration';
import { ContainerStatus, Pod } from './podTypes';

/** The word in kubectl's column `STATUS` (`kubernetes:pkg/printers/internalversion/printers.go`, `printPod`). */
export function podStatusWord({ metadata, status, spec }: Pod): string {
  if (metadata.deletionTimestamp !== undefined) {
    return 'Terminating';
  }
  const { initContainerStatuses = [], containerStatuses = [] } = status;
  const unfinished = initContainerStatuses.findIndex(
    ({ state }) => state.terminated?.exitCode !== 0,
  );
  if (unfinished >= 0) {
    const count = spec.initContainers?.length ?? 0;
    return initWord(initContainerStatuses[unfinished], unfinished, count);
  }
  // kubectl goes backwards and overwrites, so the first container has the last word.
  const reason = containerStatuses
    .map(({ state }) => state.waiting?.reason ?? state.terminated?.reason)
    .find(word => word !== undefined);
  return reason ?? status.phase;
}

function initWord(
  { state }: ContainerStatus,
  index: number,
  count: number,
): string {
  const reason = state.terminated?.reason ?? state.waiting?.reason;
  return reason && reason !== 'PodInitializing'
    ? `Init:${reason}`
    : `Init:${index}/${count}`;
}

/** `1/1`: how many containers are ready. */
export function readyContainers({ spec, status }: Pod): string {
  const ready = (status.containerStatuses ?? []).filter(
    it => it.ready && it.state.running,
  );
  return `${ready.length}/${spec.containers.length}`;
}

/** `5 (2m10s ago)`: restarts, and when the last one was. */
export function restarts({ status }: Pod, now: Date): string {
  const statuses = status.containerStatuses ?? [];
  const count = statuses.reduce((sum, it) => sum + it.restartCount, 0);
  const last = statuses
    .flatMap(({ lastState }) => lastState.terminated?.finishedAt ?? [])
    .sort()
    .at(-1);
  return count > 0 && last ? `${count} (${since(last, now)} ago)` : `${count}`;
}
