import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSourceConfigs } from './readSourceConfigs';

const readme = readFileSync(
  resolvePackagePath(
    '@gen3-csoc/backstage-plugin-catalog-backend-module-gen3',
    'README.md',
  ),
  'utf8',
);
const examples = [...readme.matchAll(/```yaml\n([^]*?)```/g)].map(
  ([, text]) => text,
);

describe('README', () => {
  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(1);
  });

  it.each(examples)('shows config that works: %#', text => {
    const sources = readSourceConfigs(new ConfigReader(parse(text)), {
      registry: createServiceRegistry(),
    });
    expect(sources.length).toBeGreaterThan(0);
  });
});
