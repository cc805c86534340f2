import { useSyncExternalStore } from 'react';

const TICK_MS = 1_000;

const listeners = new Set<() => void>();
let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Math.floor(Date.now() / TICK_MS) * TICK_MS;
  listeners.forEach(notify => notify());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/**
 * Text that depends on the time of day, moved on once a second by one timer for all ages on the screen.
 *
 * @param toText - given milliseconds since the epoch; the component renders again only when the text changes
 */
export function useNow(toText: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => {
    if (timer === undefined) {
      now = Math.floor(Date.now() / TICK_MS) * TICK_MS;
    }
    return toText(now);
  });
}
