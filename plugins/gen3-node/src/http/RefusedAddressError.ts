/** The portal may not connect there. */
export class RefusedAddressError extends Error {
  readonly name = 'RefusedAddressError';
  readonly code = 'ERR_GEN3_REFUSED_ADDRESS';

  constructor(hostname: string, addresses: string[]) {
    const found = addresses.slice(0, 4).join(', ') || 'no address';
    const what =
      addresses.length === 1 && addresses[0] === hostname
        ? `the address ${hostname} is not public`
        : `"${hostname}" resolves to ${found}, which is not public`;
    super(
      `${what}; when it is meant, add its range to gen3.http.allowPrivateAddresses`,
    );
  }
}
