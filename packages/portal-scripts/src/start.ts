import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { REPOSITORY } from './repository';
import { buildAppIfStale } from './start/appBuild';
import { Children } from './start/children';
import {
  configEnvironment,
  listConfigFiles,
  readPortalAddress,
} from './start/configFiles';
import { createRepository } from './start/demoData';
import { requireFreePorts } from './start/ports';
import { waitUntilReady } from './start/readiness';
import { readSettings, StartSettings } from './start/settings';

const say = (message: string) => console.log(`start: ${message}`);

async function prepareDemo(settings: StartSettings, signal: AbortSignal) {
  for (const name of ['gitops', 'manifest']) {
    await createRepository({
      from: resolve(REPOSITORY, 'examples', name),
      repository: resolve(settings.dataFolder, `${name}.git`),
      signal,
    });
  }
  await mkdir(resolve(settings.dataFolder, 'database'), { recursive: true });
}

function simulatorArguments(settings: StartSettings): string[] {
  const { dataFolder, simulatorPort } = settings;
  return [
    'start',
    '--gitops',
    resolve(dataFolder, 'gitops.git'),
    '--manifest',
    resolve(dataFolder, 'manifest.git'),
    '--faults',
    resolve(REPOSITORY, 'examples/faults.yaml'),
    '--port',
    String(simulatorPort),
    '--control-port',
    String(simulatorPort + 1),
    '--data',
    resolve(dataFolder, 'simulator'),
  ];
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const stopping = new AbortController();
  const { signal } = stopping;
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    ...configEnvironment(settings),
  };
  const files = listConfigFiles(settings);
  const address = await readPortalAddress(files, environment);
  const logs = resolve(settings.dataFolder, 'logs');

  let failure: string | undefined;
  const children = Children.create((name, how) => {
    failure = `the ${name} ended unexpectedly (${how})`;
    stopping.abort();
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }

  try {
    const { port, host } = address;
    await requireFreePorts([
      { port, host, purpose: 'portal', change: `PORT=${port + 1}` },
      ...(settings.demo ? simulatorPorts(settings.simulatorPort) : []),
    ]);
    await buildAppIfStale({ signal, say });
    if (settings.demo) {
      await prepareDemo(settings, signal);
      children.start({
        name: 'simulator',
        script: 'packages/fleet-simulator/src/cli.ts',
        args: simulatorArguments(settings),
        environment,
        logFile: resolve(logs, 'simulator.log'),
      });
    }
    children.start({
      name: 'backend',
      script: 'packages/backend/src/index.ts',
      args: files.flatMap(file => ['--config', file]),
      environment,
      logFile: resolve(logs, 'backend.log'),
    });
    await waitUntilReady({ baseUrl: address.baseUrl, signal });
    say(
      `the portal is ready: ${address.baseUrl} - the Fleet page shows who is healthy; logs are in ${logs}. Ctrl-C stops it.`,
    );
    await new Promise<void>(done =>
      signal.addEventListener('abort', () => done(), { once: true }),
    );
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    await children.stop();
  }
  if (failure) {
    const log = await readFile(
      resolve(
        logs,
        `${failure.includes('backend') ? 'backend' : 'simulator'}.log`,
      ),
      'utf8',
    );
    console.error(log.split('\n').slice(-20).join('\n'));
    throw new Error(`${failure}; the last lines of its log are above`);
  }
  say('stopped');
}

function simulatorPorts(simulatorPort: number) {
  const change = `SIMULATOR_PORT=${simulatorPort + 2}`;
  const host = '127.0.0.1';
  return [
    { port: simulatorPort, host, purpose: 'fleet simulator', change },
    { port: simulatorPort + 1, host, purpose: 'simulator control', change },
  ];
}

start().catch(error => {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
});
