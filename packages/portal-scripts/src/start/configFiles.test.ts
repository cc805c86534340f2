import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  configEnvironment,
  listConfigFiles,
  readPortalAddress,
} from './configFiles';
import { readSettings } from './settings';

const names = (paths: string[]) => paths.map(path => path.split('/').at(-1));

describe('config files', () => {
  const directory = createMockDirectory({
    content: { 'extra.yaml': 'backend: { listen: ":7123" }' },
  });

  it('are read in order, the extra one last', () => {
    const settings = readSettings({
      CONFIG: directory.resolve('extra.yaml'),
      GEN3_CSOC_TOKEN: 'long-enough',
    });

    expect(names(listConfigFiles(settings))).toEqual([
      'app-config.yaml',
      'app-config.demo.yaml',
      'app-config.token.yaml',
      'extra.yaml',
    ]);
  });

  it('leave demo and token out unless asked for', () => {
    expect(names(listConfigFiles(readSettings({ DEMO: 'off' })))).toEqual([
      'app-config.yaml',
    ]);
  });

  it('refuse an extra file that does not exist, by name', () => {
    const settings = readSettings({ CONFIG: 'no/such.yaml' });

    expect(() => listConfigFiles(settings)).toThrow(
      /CONFIG names ".*no\/such.yaml", which does not exist/,
    );
  });

  it('decide the port that is checked before anything starts', async () => {
    const settings = readSettings({ CONFIG: directory.resolve('extra.yaml') });

    await expect(
      readPortalAddress(listConfigFiles(settings), configEnvironment(settings)),
    ).resolves.toMatchObject({ port: 7123 });
  });

  it('give way to PORT', async () => {
    const settings = readSettings({ DEMO: 'off', PORT: '7555' });

    await expect(
      readPortalAddress(listConfigFiles(settings), configEnvironment(settings)),
    ).resolves.toEqual({
      baseUrl: 'http://localhost:7555',
      port: 7555,
      host: '127.0.0.1',
    });
  });
});
