import { LookupAddress } from 'node:dns';
import { AddressGuard } from './AddressGuard';
import { parseCidr } from './parseCidr';

const allow = (...ranges: string[]) =>
  ranges.map(range => parseCidr(range)).filter(range => range !== undefined);

const resolveNothing = async () => [];

describe('AddressGuard', () => {
  const guard = AddressGuard.create({ allow: [], resolve: resolveNothing });

  it.each([
    ['unspecified', '0.0.0.0'],
    ['loopback', '127.0.0.1'],
    ['private class A', '10.1.2.3'],
    ['private class B', '172.31.255.255'],
    ['private class C', '192.168.0.1'],
    ['metadata of clouds', '169.254.169.254'],
    ['carrier-grade NAT', '100.64.0.1'],
    ['documentation', '203.0.113.9'],
    ['benchmarking', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['IPv6 unspecified', '::'],
    ['IPv6 loopback', '::1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
    ['IPv4-mapped public', '::ffff:8.8.8.8'],
    ['IPv4-compatible', '::7f00:1'],
    ['NAT64 of the metadata address', '64:ff9b::a9fe:a9fe'],
    ['local NAT64', '64:ff9b:1::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['IPv6 multicast', 'ff02::1'],
    ['Teredo', '2001::1'],
    ['6to4', '2002:7f00:1::'],
    ['IPv6 documentation', '2001:db8::1'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('refuses %s: %s', (_label, address) => {
    expect(guard.allows(address)).toBe(false);
  });

  it.each([['8.8.8.8'], ['100.128.0.1'], ['172.32.0.1'], ['2606:4700::1111']])(
    'allows the public address %s',
    address => {
      expect(guard.allows(address)).toBe(true);
    },
  );

  it('allows the ranges that config names and nothing beside them', () => {
    const open = AddressGuard.create({
      resolve: resolveNothing,
      allow: allow('127.0.0.0/8', '10.1.0.0/16', 'fd00::/8', '192.168.7.7'),
    });
    expect(
      ['127.0.0.1', '10.1.9.9', 'fd12::1', '192.168.7.7'].filter(
        address => !open.allows(address),
      ),
    ).toEqual([]);
    expect(
      ['10.2.0.1', '192.168.7.8', '169.254.169.254', '::1'].filter(address =>
        open.allows(address),
      ),
    ).toEqual([]);
  });

  describe('lookup', () => {
    const lookup = (addresses: LookupAddress[], all: boolean) =>
      new Promise((resolve, reject) => {
        AddressGuard.create({
          allow: [],
          resolve: async () => addresses,
        }).lookup('commons.example', { all }, (error, address, family) =>
          error ? reject(error) : resolve(all ? address : [address, family]),
        );
      });
    const publicAddress = { address: '8.8.4.4', family: 4 };
    const privateAddress = { address: '10.0.0.1', family: 4 };

    it('hands on public addresses only', async () => {
      await expect(
        lookup([privateAddress, publicAddress], true),
      ).resolves.toEqual([publicAddress]);
      await expect(
        lookup([privateAddress, publicAddress], false),
      ).resolves.toEqual(['8.8.4.4', 4]);
    });

    it('refuses a name with none, and says what it resolved to and what to do', async () => {
      await expect(lookup([privateAddress], true)).rejects.toThrow(
        '"commons.example" resolves to 10.0.0.1, which is not public; when it is meant, add its range to gen3.http.allowPrivateAddresses',
      );
    });
  });
});

describe('parseCidr', () => {
  it.each([
    ['10.0.0.0/8', { address: '10.0.0.0', prefix: 8, family: 'ipv4' }],
    ['10.0.0.1', { address: '10.0.0.1', prefix: 32, family: 'ipv4' }],
    ['fd00::/8', { address: 'fd00::', prefix: 8, family: 'ipv6' }],
    ['10.0.0.0/33', undefined],
    ['10.0.0/8', undefined],
    ['localhost', undefined],
    ['10.0.0.0/', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseCidr(text)).toEqual(expected);
  });
});
