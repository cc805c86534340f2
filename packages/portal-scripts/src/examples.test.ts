import { resolve } from 'node:path';
import { z } from 'zod';
import { REPOSITORY } from './repository';
import { readConfig } from './start/configFiles';

const sourceSchema = z.strictObject({
  type: z.literal('static'),
  owner: z.string(),
  relationship: z.string(),
  probing: z.string(),
  commons: z.array(
    // Strict: nothing here may switch probing on for a single commons.
    z.strictObject({
      hostname: z.hostname(),
      title: z.string(),
      description: z.string(),
    }),
  ),
});

describe('examples/public-commons.yaml', () => {
  it('lists every commons once, as associated and not to be asked', async () => {
    const config = await readConfig(
      [resolve(REPOSITORY, 'examples/public-commons.yaml')],
      {},
    );
    config.close();
    const source = sourceSchema.parse(
      config.get('catalog.providers.gen3.public-commons'),
    );
    const hostnames = source.commons.map(({ hostname }) => hostname);

    expect(source).toMatchObject({
      relationship: 'associated',
      probing: 'off',
    });
    expect(hostnames.length).toBeGreaterThan(30);
    expect(new Set(hostnames).size).toBe(hostnames.length);
  });
});
