import { later, SECOND_MS } from '../timestamps';

/** When a pod got how far: parts of the time that it takes to get ready. */
export interface PodStartup {
  /** kubelet begins to make its containers. */
  acceptedAt: Date;
  /** The init container starts and ends, where there is one. */
  initStartedAt: Date;
  startedAt: Date;
}

const USUAL_STARTUP_MS = 10 * SECOND_MS;

/** The stations of a pod that was made at `createdAt`, and gets ready then, or never. */
export function podStartup(
  createdAt: Date,
  readyAt: Date = later(createdAt, USUAL_STARTUP_MS),
): PodStartup {
  const length = readyAt.getTime() - createdAt.getTime();
  const after = (part: number) => later(createdAt, part * length);
  return {
    acceptedAt: after(0.1),
    initStartedAt: after(0.3),
    startedAt: after(0.6),
  };
}
