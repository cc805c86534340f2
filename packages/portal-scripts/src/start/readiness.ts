import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits until the portal serves its page and its backend says that every plugin has started.
 *
 * @throws when `signal` is aborted.
 */
export async function waitUntilReady(options: {
  baseUrl: string;
  signal: AbortSignal;
}): Promise<void> {
  const { baseUrl, signal } = options;
  const answers = async (path: string) => {
    try {
      const response = await fetch(`${baseUrl}${path}`, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      // Nobody listens yet; the caller's signal ends the waiting.
      return false;
    }
  };
  while (
    !(await answers('/.backstage/health/v1/readiness')) ||
    !(await answers('/'))
  ) {
    await sleep(250, undefined, { signal });
  }
}
