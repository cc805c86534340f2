/** The deadline passed before the work was done. */
export class DeadlineError extends Error {
  readonly name = 'DeadlineError';

  constructor(timeoutMs: number) {
    super(`no answer within ${Number((timeoutMs / 1000).toPrecision(2))} s`);
  }
}

/**
 * Runs `work` with a signal that aborts when one of `signals` does or after `timeoutMs`, if there is such a limit. Unlike
 * `AbortSignal.any([..., AbortSignal.timeout()])` it leaves neither timer nor listener behind, and it settles when the
 * time is up even if `work` does not.
 *
 * @throws {@link DeadlineError} when the time is up, the signal's reason when a signal aborted, else what `work` throws.
 */
export async function withDeadline<T>(
  options: { signals: AbortSignal[]; timeoutMs?: number },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { signals, timeoutMs } = options;
  const controller = new AbortController();
  const stops = signals.map(signal => {
    const stop = () => controller.abort(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    return () => signal.removeEventListener('abort', stop);
  });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new DeadlineError(timeoutMs)),
          timeoutMs,
        );
  const aborted = new Promise<never>((_, reject) =>
    controller.signal.addEventListener(
      'abort',
      () => reject(controller.signal.reason),
      { once: true },
    ),
  );
  try {
    signals.forEach(signal => signal.throwIfAborted());
    // Not every library settles when its signal aborts: undici waits for a connection that is being made.
    return await Promise.race([work(controller.signal), aborted]);
  } catch (error) {
    // However a library words its abort error, the reason is ours.
    controller.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    stops.forEach(stop => stop());
  }
}
