import { gzipSync } from 'node:zlib';
import { createTar, type TarEntry } from './__testUtils__/createTar';
import { untarChart } from './untarChart';

const untar = (entries: TarEntry[]) =>
  untarChart({ archive: createTar(entries), chart: '"gen3" 1.0.0' });

describe('untarChart', () => {
  it('gives the files without the folder around them', async () => {
    const files = await untar([
      { path: 'gen3/', type: '5' },
      { path: 'gen3/Chart.yaml', content: 'name: gen3' },
      { path: 'gen3/charts/fence/Chart.yaml', content: 'name: fence' },
      { path: 'pax_global_header' },
    ]);
    expect([...files].map(([path, text]) => [path, text.toString()])).toEqual([
      ['Chart.yaml', 'name: gen3'],
      ['charts/fence/Chart.yaml', 'name: fence'],
    ]);
  });

  it.each<[string, TarEntry]>([
    ['a path up', { path: 'gen3/../../etc/cron.d/x', content: 'x' }],
    ['a path from the root', { path: '/etc/cron.d/x', content: 'x' }],
    ['a path of Windows', { path: 'gen3\\..\\x', content: 'x' }],
    ['a link', { path: 'gen3/x', type: '2', linkTo: '/etc/passwd' }],
    ['a hard link', { path: 'gen3/x', type: '1', linkTo: 'gen3/y' }],
    ['a device', { path: 'gen3/x', type: '3' }],
  ])('refuses %s', async (_, entry) => {
    const good = { path: 'gen3/Chart.yaml', content: 'name: gen3' };
    await expect(untar([good, entry])).rejects.toMatchObject({
      name: 'ChartError',
      reason: 'bad-archive',
    });
  });

  it('refuses what is no archive, and half of one', async () => {
    const whole = createTar([{ path: 'gen3/a', content: 'a'.repeat(9_000) }]);
    for (const archive of [
      Buffer.from('<html>'),
      gzipSync('no archive'.repeat(100)),
      whole.subarray(0, whole.length - 20),
    ]) {
      // One after the other: each is a case of its own.
      // eslint-disable-next-line no-await-in-loop
      await expect(untarChart({ archive, chart: 'x' })).rejects.toMatchObject({
        reason: 'bad-archive',
      });
    }
  });

  it('does not unpack more than a chart may have', async () => {
    const zeros = '0'.repeat(17 * 1024 * 1024);
    const entries = [1, 2, 3, 4].map(at => ({
      path: `gen3/${at}`,
      content: zeros,
    }));
    await expect(untar(entries)).rejects.toMatchObject({ reason: 'too-large' });
  });

  it('does not take more files than a chart may have', async () => {
    const entries = Array.from({ length: 5_001 }, (_, at) => ({
      path: `gen3/${at}`,
    }));
    await expect(untar(entries)).rejects.toMatchObject({ reason: 'too-large' });
  });
});
