import { readChartIndex } from './readChartIndex';

const INDEX = `apiVersion: v1
entries:
  fence:
  - version: 9.9.9
    urls: [fence-9.9.9.tgz]
  gen3:
  - created: "2026-08-21T19:05:35Z"
    dependencies:
    - name: fence
      version: 0.1.83
    digest: abc
    urls:
    - https://example.org/gen3-0.3.90.tgz
    version: 0.3.90
  - urls:
    - gen3-0.3.9.tgz
    version: 0.3.9
  gen3-workflow:
  - version: 7.0.0
    urls: [x.tgz]
generated: "2026-08-21T19:05:35Z"
`;

const read = (version: string, chart = 'gen3') =>
  readChartIndex({ index: INDEX, chart, version });

describe('readChartIndex', () => {
  it('finds a version', () => {
    expect(read('0.3.90')).toEqual({
      newest: '0.3.90',
      release: {
        version: '0.3.90',
        url: 'https://example.org/gen3-0.3.90.tgz',
        digest: 'abc',
      },
    });
    expect(read('0.3.9')?.release).toMatchObject({ url: 'gen3-0.3.9.tgz' });
  });

  it.each(['*', '0.3.*', '^0.3.0', '>=0.3.10'])(
    'takes the newest of %s',
    range => {
      expect(read(range)?.release?.version).toBe('0.3.90');
    },
  );

  it('says which is the newest when there is no such version', () => {
    expect(read('1.0.0')).toEqual({ newest: '0.3.90', release: undefined });
    expect(read('1.0.0', 'nothing')).toEqual({
      newest: undefined,
      release: undefined,
    });
  });

  it.each(['<html></html>', '', 'entries:\n  gen3:\n  - [', 'a: &a [*a, *a]'])(
    'knows what is no index: %j',
    index => {
      expect(
        readChartIndex({ index, chart: 'gen3', version: '1.0.0' }),
      ).toBeUndefined();
    },
  );
});
