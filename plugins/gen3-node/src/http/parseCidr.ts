import { isIP } from 'node:net';

/** A range of IP addresses. */
export interface Cidr {
  address: string;
  prefix: number;
  family: 'ipv4' | 'ipv6';
}

/** Reads `10.0.0.0/8`, `fd00::/8` or a single address. Undefined when it is neither. */
export function parseCidr(value: string): Cidr | undefined {
  const [, address = '', length] =
    /^([^/]*)(?:\/(\d{1,3}))?$/.exec(value) ?? [];
  const version = isIP(address);
  if (version === 0) {
    return undefined;
  }
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  return prefix <= bits
    ? { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' }
    : undefined;
}
