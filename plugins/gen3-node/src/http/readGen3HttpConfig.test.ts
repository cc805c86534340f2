import { ConfigReader } from '@backstage/config';
import { connectAddressOf } from './connectAddressOf';
import { createTrust } from './createTrust';
import { readGen3HttpConfig } from './readGen3HttpConfig';

const read = (http: object) =>
  readGen3HttpConfig(new ConfigReader({ gen3: { http } }));

describe('readGen3HttpConfig', () => {
  it('has a default for every key', () => {
    expect(readGen3HttpConfig(new ConfigReader({}))).toEqual({
      allowPrivateAddresses: [],
      connectTo: [],
      timeoutMs: 10_000,
      maxBytes: 65_536,
      maxPerHost: 4,
      maxConcurrent: 400,
    });
  });

  it.each([
    [
      'a range that is none',
      { allowPrivateAddresses: ['10.0.0.0/8', 'private'] },
      'gen3.http.allowPrivateAddresses[1]: "private" is not accepted: no address range; write it like 10.0.0.0/8 or fd00::/8',
    ],
    [
      'a port out of range',
      { connectTo: [{ host: '*.example', address: '127.0.0.1', port: 0 }] },
      'gen3.http.connectTo[0].port: 0 is not accepted: ',
    ],
    [
      'a rule for a URL',
      { connectTo: [{ host: 'https://a.example', address: '127.0.0.1' }] },
      'gen3.http.connectTo[0].host: "https://a.example" is not accepted: must be a lower-case hostname, or *. and a domain',
    ],
    [
      'text for a number',
      { timeoutMs: '10s' },
      'gen3.http.timeoutMs: "10s" is not accepted: ',
    ],
    [
      'an unknown key',
      { timeout: 10 },
      'gen3.http.timeout: unknown key; known are allowPrivateAddresses, caFile',
    ],
    [
      'an unknown key further down',
      { connectTo: [{ host: 'a.example', address: '127.0.0.1', prt: 1 }] },
      'gen3.http.connectTo[0].prt: unknown key; remove it or correct its name',
    ],
    [
      'a key that is missing',
      { connectTo: [{ host: 'a.example' }] },
      /^gen3\.http\.connectTo\[0\]\.address: Invalid input/,
    ],
  ])('names the full path of %s', (_label, http, message) => {
    expect(() => read(http)).toThrow(message);
    // A mistake in config is no bug of the portal's.
    expect(() => read(http)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});

describe('connectAddressOf', () => {
  const rules = read({
    connectTo: [
      { host: 'special.example', address: '10.0.0.2', port: 444 },
      { host: '*.example', address: '127.0.0.1', port: 8443 },
    ],
  }).connectTo;

  it.each([
    ['the exact name', 'special.example', '10.0.0.2:444'],
    ['a name below', 'heart.example', '127.0.0.1:8443'],
    ['a name deeply below', 'a.b.example', '127.0.0.1:8443'],
    ['the domain itself', 'example', 'example:443'],
    ['a name that only ends alike', 'notexample', 'notexample:443'],
    ['another name', 'heart.example.org', 'heart.example.org:443'],
  ])('maps %s', (_label, host, expected) => {
    const address = connectAddressOf({ host, port: 443 }, rules);
    expect(`${address.host}:${address.port}`).toBe(expected);
  });
});

describe('createTrust', () => {
  it('names the key of a file that cannot be read', () => {
    expect(() => createTrust({ caFile: '/nowhere/ca.pem' })).toThrow(
      'gen3.http.caFile: "/nowhere/ca.pem" cannot be read',
    );
  });

  it('names the key of a file without certificates', () => {
    expect(() => createTrust({ caFile: __filename })).toThrow(
      'holds no PEM certificate',
    );
  });
});
