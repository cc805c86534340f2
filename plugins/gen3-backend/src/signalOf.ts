import type { Response } from 'express';

/** Aborts when the caller leaves before there is an answer. */
export function signalOf(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  return controller.signal;
}
