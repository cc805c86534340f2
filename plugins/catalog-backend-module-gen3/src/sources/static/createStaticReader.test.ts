import { ConfigReader } from '@backstage/config';
import { JsonArray } from '@backstage/types';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readSourceConfigs } from '../../config/readSourceConfigs';
import { createStaticReader } from './createStaticReader';

async function read(commons: JsonArray) {
  const gen3 = { demo: { type: 'static', commons } };
  const [config] = readSourceConfigs(
    new ConfigReader({ catalog: { providers: { gen3 } } }),
    { registry: createServiceRegistry() },
  );
  if (config.type !== 'static') {
    throw new Error('expected a static source');
  }
  const reader = createStaticReader({ config, configPath: 'some.path' });
  const reading = await reader.read({ signal: new AbortController().signal });
  return reading === 'unchanged' ? [] : reading.members;
}

describe('createStaticReader', () => {
  it('reads every fact, sorted', async () => {
    const facts = {
      title: 'Heart',
      owner: 'heart-team',
      lifecycle: 'production',
      docsUrl: 'https://docs.example.org',
      frontendRoot: 'gen3ff',
    };
    const members = await read([
      { hostname: 'b.example.org' },
      {
        hostname: 'a.example.org',
        ...facts,
        services: ['fence:2026.07', 'arborist'],
      },
    ]);
    expect(members.map(({ member }) => member)).toEqual([
      'a.example.org',
      'b.example.org',
    ]);
    expect(members[0]).toEqual({
      kind: 'commons',
      member: 'a.example.org',
      findings: [],
      commons: {
        ...facts,
        hostname: 'a.example.org',
        hostnameFrom: 'config',
        services: [
          { name: 'arborist' },
          { name: 'fence', imageTag: '2026.07' },
        ],
        meshMembers: [],
        provenance: {
          repo: 'config',
          path: 'some.path.commons.a.example.org',
          location: 'gen3-config:some.path.commons.a.example.org',
        },
      },
    });
  });

  it('makes two members of a hostname that is listed twice', async () => {
    const twice = { hostname: 'a.example.org' };
    expect((await read([twice, twice])).map(({ member }) => member)).toEqual([
      'a.example.org',
      'a.example.org (2)',
    ]);
  });
});
