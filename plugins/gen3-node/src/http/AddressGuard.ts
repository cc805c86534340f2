import { LookupAddress } from 'node:dns';
import { BlockList, isIP, LookupFunction } from 'node:net';
import { Cidr } from './parseCidr';
import { RefusedAddressError } from './RefusedAddressError';
import { ResolveAddresses } from './shareLookups';

/**
 * Addresses that are not globally reachable, by IANA's special-purpose registries. Of IPv6 only 2000::/3 is given out
 * as global unicast, so everything beside it is refused: loopback, unique local, link-local, multicast, IPv4-mapped
 * and NAT64 among it.
 */
const REFUSED: Record<Cidr['family'], Array<[string, number]>> = {
  ipv4: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
  ],
  ipv6: [
    ['::', 3],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['4000::', 2],
    ['8000::', 1],
  ],
};

/**
 * Decides which addresses the portal may connect to. Names are judged by what they resolve to for
 * each connection, and the connection goes to exactly those addresses, so a name that changes its mind gains nothing.
 */
export class AddressGuard {
  // One list per family and purpose: a list with both would compare IPv4 addresses with IPv6 ranges as mapped ones.
  readonly #refused = { ipv4: new BlockList(), ipv6: new BlockList() };
  readonly #allowed = { ipv4: new BlockList(), ipv6: new BlockList() };
  readonly #resolve: ResolveAddresses;

  /** `resolve` is asked for each connection. */
  static create(options: { allow: Cidr[]; resolve: ResolveAddresses }) {
    return new AddressGuard(options);
  }

  private constructor(options: { allow: Cidr[]; resolve: ResolveAddresses }) {
    this.#resolve = options.resolve;
    for (const family of ['ipv4', 'ipv6'] as const) {
      for (const [address, prefix] of REFUSED[family]) {
        this.#refused[family].addSubnet(address, prefix, family);
      }
    }
    for (const { address, prefix, family } of options.allow) {
      this.#allowed[family].addSubnet(address, prefix, family);
    }
  }

  /** Whether the portal may connect to an address. What is no IP address is refused. */
  allows(address: string): boolean {
    const [bare] = address.split('%');
    const version = isIP(bare);
    if (version === 0) {
      return false;
    }
    const family = version === 4 ? 'ipv4' : 'ipv6';
    return (
      !this.#refused[family].check(bare, family) ||
      this.#allowed[family].check(bare, family)
    );
  }

  /** For `tls.connect`, which calls it for names and never for literal addresses. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    this.#allowedAddressesOf(hostname).then(
      addresses => {
        const [first] = addresses;
        if (options.all) {
          callback(null, addresses);
        } else {
          callback(null, first.address, first.family);
        }
      },
      error => callback(error, []),
    );
  };

  async #allowedAddressesOf(hostname: string): Promise<LookupAddress[]> {
    const addresses = await this.#resolve(hostname);
    const allowed = addresses.filter(({ address }) => this.allows(address));
    if (allowed.length === 0) {
      throw new RefusedAddressError(
        hostname,
        addresses.map(({ address }) => address),
      );
    }
    return allowed;
  }
}
