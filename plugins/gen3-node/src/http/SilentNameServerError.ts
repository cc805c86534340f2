/** No answer came from a name server. The code is c-ares' one, by which all know that it says nothing about the host. */
export class SilentNameServerError extends Error {
  readonly name = 'SilentNameServerError';
  readonly code = 'ETIMEOUT';

  constructor(hostname: string) {
    super(`No name server answered for "${hostname}" in time`);
  }
}
