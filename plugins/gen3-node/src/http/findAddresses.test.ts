import { ConfigReader } from '@backstage/config';
import { Gen3HttpClient } from './Gen3HttpClient';
import type { ResolveAddresses } from './shareLookups';

describe('findAddresses', () => {
  const question = () => ({
    hostname: 'heart.example',
    signal: new AbortController().signal,
  });

  async function ask(resolve: ResolveAddresses, connectTo: object[] = []) {
    const config = new ConfigReader({ gen3: { http: { connectTo } } });
    const client = Gen3HttpClient.fromConfig(config, { resolve });
    try {
      return await client.findAddresses(question());
    } finally {
      await client.close();
    }
  }

  const noSuchName: ResolveAddresses = async name => {
    const code = 'ENOTFOUND';
    throw Object.assign(new Error(`getaddrinfo ${code} ${name}`), { code });
  };

  it('finds all addresses of a name, also those that the portal may not connect to', async () => {
    const addresses = await ask(async () => [
      { address: '10.0.0.7', family: 4 },
      { address: '2001:db8::7', family: 6 },
    ]);
    expect(addresses).toEqual(['10.0.0.7', '2001:db8::7']);
  });

  it('takes the address that config names instead', async () => {
    const rule = { host: '*.example', address: '127.0.0.1', port: 8443 };
    await expect(ask(noSuchName, [rule])).resolves.toEqual(['127.0.0.1']);
  });

  it('looks up the name that config names instead', async () => {
    const asked: string[] = [];
    const rule = { host: 'heart.example', address: 'proxy.example.org' };
    const addresses = await ask(
      async name => {
        asked.push(name);
        return [{ address: '192.0.2.1', family: 4 }];
      },
      [rule],
    );
    expect(addresses).toEqual(['192.0.2.1']);
    expect(asked).toEqual(['proxy.example.org']);
  });

  it('says that a name has none', async () => {
    await expect(ask(noSuchName)).rejects.toMatchObject({
      name: 'Gen3UpstreamError',
      upstreamCause: 'dns',
      code: 'ENOTFOUND',
    });
  });
});
