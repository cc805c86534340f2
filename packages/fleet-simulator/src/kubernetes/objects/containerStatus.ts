import { CommonsFacts } from '../../commons/CommonsFacts';
import { later, SECOND_MS, timestamp } from '../timestamps';
import { crashLoopAt, goDuration } from './backOff';
import { ContainerStatus } from './podTypes';

/** Whose container it is. */
export interface ContainerPlace {
  facts: CommonsFacts;
  pod: string;
  namespace: string;
  uid: string;
  name: string;
  image: string;
  now: Date;
}

function idOf({ facts, pod, name }: ContainerPlace, run: number): string {
  return `containerd://${facts.hex(`container ${pod} ${name} ${run}`, 64)}`;
}

function base(
  place: ContainerPlace,
): Pick<ContainerStatus, 'name' | 'image' | 'imageID' | 'lastState'> {
  const { facts, name, image } = place;
  const [repository] = image.split(':');
  return {
    name,
    image,
    imageID: `${repository}@sha256:${facts.hex(`image ${image}`, 64)}`,
    lastState: {},
  };
}

/** It runs, and answers its probe or not. */
export function running(
  place: ContainerPlace,
  startedAt: Date,
  ready: boolean,
): ContainerStatus {
  return {
    ...base(place),
    state: { running: { startedAt: timestamp(startedAt) } },
    ready,
    restartCount: 0,
    containerID: idOf(place, 0),
    started: true,
  };
}

/** It has ended; an init container that ended well counts as ready. */
export function ended(
  place: ContainerPlace,
  options: { startedAt: Date; finishedAt: Date; exitCode: number; init?: true },
): ContainerStatus {
  const { startedAt, finishedAt, exitCode, init = false } = options;
  return {
    ...base(place),
    state: {
      terminated: {
        exitCode,
        reason: exitCode === 0 ? 'Completed' : 'Error',
        startedAt: timestamp(startedAt),
        finishedAt: timestamp(finishedAt),
        containerID: idOf(place, 0),
      },
    },
    ready: init,
    restartCount: 0,
    containerID: idOf(place, 0),
    started: false,
  };
}

/** It cannot start. */
export function waiting(
  place: ContainerPlace,
  reason: string,
  message?: string,
): ContainerStatus {
  return {
    ...base(place),
    imageID: '',
    state: { waiting: { reason, ...(message ? { message } : {}) } },
    ready: false,
    restartCount: 0,
    started: false,
  };
}

/** What kubelet says of an image that the registry does not have. */
export function pullBackOff(place: ContainerPlace): ContainerStatus {
  const { image } = place;
  return waiting(
    place,
    'ImagePullBackOff',
    `Back-off pulling image "${image}": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${image}": failed to resolve reference "${image}": ${image}: not found`,
  );
}

const RUN_MS = { crashLoop: 4 * SECOND_MS, outOfMemory: 45 * SECOND_MS };

/** It ends again and again since `since`, with an error or for want of memory. */
export function crashing(
  place: ContainerPlace,
  since: Date,
  why: keyof typeof RUN_MS,
): ContainerStatus {
  const loop = crashLoopAt(since, place.now, RUN_MS[why]);
  const containerID = idOf(place, loop.restartCount);
  const { name, pod, namespace, uid } = place;
  return {
    ...base(place),
    state: {
      waiting: {
        reason: 'CrashLoopBackOff',
        message: `back-off ${goDuration(
          loop.waitMs,
        )} restarting failed container=${name} pod=${pod}_${namespace}(${uid})`,
      },
    },
    lastState: {
      terminated: {
        exitCode: why === 'outOfMemory' ? 137 : 1,
        reason: why === 'outOfMemory' ? 'OOMKilled' : 'Error',
        startedAt: timestamp(loop.startedAt),
        finishedAt: timestamp(
          loop.finishedAt > place.now
            ? later(place.now, -SECOND_MS)
            : loop.finishedAt,
        ),
        containerID,
      },
    },
    ready: false,
    restartCount: loop.restartCount,
    containerID,
    started: false,
  };
}
