import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKubernetesConfig } from './readKubernetesConfig';

const read = (kubernetes: object) =>
  readKubernetesConfig(new ConfigReader({ gen3: { kubernetes } }));

describe('readKubernetesConfig', () => {
  it('has a default for every key', () => {
    expect(readKubernetesConfig(new ConfigReader({}))).toEqual({
      timeoutMs: 10_000,
      maxPerCluster: 4,
      maxConcurrent: 64,
    });
  });

  it('takes what environment variables bring', () => {
    expect(read({ timeoutMs: '3000' }).timeoutMs).toBe(3_000);
  });

  it.each([
    [
      'text for a number',
      { timeoutMs: '10s' },
      'gen3.kubernetes.timeoutMs: "10s" is not accepted: ',
    ],
    [
      'no place at all',
      { maxPerCluster: 0 },
      'gen3.kubernetes.maxPerCluster: 0 is not accepted: ',
    ],
    [
      'an unknown key',
      { clusters: [] },
      'gen3.kubernetes.clusters: unknown key; known are timeoutMs, maxPerCluster, maxConcurrent',
    ],
  ])('names the full path of %s', (_label, kubernetes, message) => {
    expect(() => read(kubernetes)).toThrow(message);
    expect(() => read(kubernetes)).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });

  it('says of every key in the schema of Backstage who may see it', () => {
    const file = join(__dirname, '../../config/kubernetes.d.ts');
    const [, ...keys] = readFileSync(file, 'utf8').split('/**').slice(1);
    const shown = keys.flatMap(
      text =>
        /@default (?<value>\d+)\n[^/]*@visibility backend\n[^/]*\/\s*(?<key>\w+)\?:/
          .exec(text)
          ?.slice(1)
          .join(' ') ?? [],
    );
    expect(shown).toEqual([
      '10000 timeoutMs',
      '4 maxPerCluster',
      '64 maxConcurrent',
    ]);
  });
});
