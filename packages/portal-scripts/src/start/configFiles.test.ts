import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { REPOSITORY } from '../repository';
import {
  configEnvironment,
  listConfigFiles,
  readConfig,
  readPortalAddress,
} from './configFiles';
import { readSettings } from './settings';

const names = (paths: string[]) => paths.map(path => path.split('/').at(-1));

describe('config files', () => {
  const directory = createMockDirectory({
    content: {
      'extra.yaml': 'backend: { listen: ":7123" }',
      'postgres.yaml': `backend:
  database: { client: pg, connection: { host: db.example.org } }`,
      'proxied.yaml': `app: { baseUrl: https://csoc.example.org }
backend: { https: true, listen: { host: '::', port: 7443 } }`,
    },
  });

  const databaseOf = async (environment: Record<string, string>) => {
    const settings = readSettings({
      GEN3_CSOC_DATA: '/my/data',
      ...environment,
    });
    const config = await readConfig(
      listConfigFiles(settings),
      configEnvironment(settings),
    );
    config.close();
    return config.get('backend.database');
  };

  it('stand in the README of the backend, in the order in which they are read', async () => {
    const readme = await readFile(
      resolve(REPOSITORY, 'packages/backend/README.md'),
      'utf8',
    );
    const rows = [...readme.matchAll(/^\| `(app-config\S*)` /gm)];
    const settings = readSettings({ GEN3_CSOC_TOKEN: 'long-enough' });

    expect(rows.map(([, file]) => file)).toEqual([
      ...names(listConfigFiles(settings)),
      'app-config.production.yaml',
    ]);
  });

  it('are read in order, the extra one last', () => {
    const settings = readSettings({
      CONFIG: directory.resolve('extra.yaml'),
      GEN3_CSOC_TOKEN: 'long-enough',
    });

    expect(names(listConfigFiles(settings))).toEqual([
      'app-config.yaml',
      'app-config.data.yaml',
      'app-config.demo.yaml',
      'app-config.token.yaml',
      'extra.yaml',
    ]);
  });

  it('leave demo and token out unless asked for', () => {
    expect(names(listConfigFiles(readSettings({ DEMO: 'off' })))).toEqual([
      'app-config.yaml',
      'app-config.data.yaml',
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
      localUrl: 'http://127.0.0.1:7555',
      port: 7555,
      host: '127.0.0.1',
    });
  });

  // Without the demo, everything was gone after a restart: only the demo's own file named a folder.
  it.each(['on', 'off'])(
    'keep the data in its folder with DEMO=%s',
    async DEMO => {
      await expect(databaseOf({ DEMO })).resolves.toEqual({
        client: 'better-sqlite3',
        connection: { directory: '/my/data/database' },
      });
    },
  );

  it('let the extra file choose another database', async () => {
    await expect(
      databaseOf({ DEMO: 'off', CONFIG: directory.resolve('postgres.yaml') }),
    ).resolves.toMatchObject({
      client: 'pg',
      connection: { host: 'db.example.org' },
    });
  });

  // The address for people may be a proxy's, or resolve nowhere on this machine: asking it waited for ever.
  it('tell where the portal answers on this machine, whatever its address for people is', async () => {
    const settings = readSettings({
      DEMO: 'off',
      CONFIG: directory.resolve('proxied.yaml'),
    });

    await expect(
      readPortalAddress(listConfigFiles(settings), configEnvironment(settings)),
    ).resolves.toEqual({
      baseUrl: 'https://csoc.example.org',
      localUrl: 'https://localhost:7443',
      port: 7443,
      host: '::',
    });
  });
});
