import { tick } from './createGate';

/** Lets the event loop turn until something is so; the test's own time limit ends what never is. */
export async function waitUntil(isSo: () => Promise<unknown>): Promise<void> {
  while (!(await isSo())) await tick(1);
}
