/** A place of the portal's own limits did not become free in time: nothing was asked. */
export class NoPlaceError extends Error {
  readonly name = 'NoPlaceError';
  readonly code = 'ERR_GEN3_NO_PLACE';

  constructor(maxWaitMs: number) {
    const seconds = Number((maxWaitMs / 1000).toPrecision(2));
    super(`no place of the portal's own was free within ${seconds} s`);
  }
}
