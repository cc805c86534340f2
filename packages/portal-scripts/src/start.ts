import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { REPOSITORY } from './repository';
import { BACKEND_PROGRAM } from './start/backendProgram';
import { buildAppIfStale } from './start/appBuild';
import { Children } from './start/children';
import {
  configEnvironment,
  listConfigFiles,
  PortalAddress,
  readPortalAddress,
} from './start/configFiles';
import { lockDataFolder } from './start/dataLock';
import { createRepository } from './start/demoData';
import { lastWords } from './start/lastWords';
import { requireFreePorts } from './start/ports';
import { waitUntilReady } from './start/readiness';
import { readSettings, StartSettings } from './start/settings';
import {
  authorityFile,
  simulatorArguments,
  simulatorPorts,
} from './start/simulator';

const say = (message: string) => console.log(`start: ${message}`);

interface Run {
  settings: StartSettings;
  files: string[];
  environment: Record<string, string | undefined>;
  address: PortalAddress;
  children: Children;
  signal: AbortSignal;
}

const logFileOf = ({ settings }: Pick<Run, 'settings'>, name: string) =>
  resolve(settings.dataFolder, 'logs', `${name}.log`);

async function startSimulator(run: Run): Promise<void> {
  const { settings, environment, children, signal } = run;
  for (const name of ['gitops', 'manifest']) {
    await createRepository({
      from: resolve(REPOSITORY, 'examples', name),
      repository: resolve(settings.dataFolder, `${name}.git`),
      signal,
    });
  }
  const logFile = logFileOf(run, 'simulator');
  children.start({
    name: 'simulator',
    script: 'packages/fleet-simulator/src/cli.ts',
    args: simulatorArguments(settings),
    environment,
    logFile,
  });
  await waitUntilReady({
    awaited: {
      name: 'fleet simulator',
      url: `http://127.0.0.1:${settings.simulatorPort + 1}`,
      paths: ['/commons'],
      logFile,
    },
    signal,
    say,
  });
}

async function startBackend(run: Run): Promise<void> {
  const { settings, files, environment, address, children, signal } = run;
  await mkdir(resolve(settings.dataFolder, 'database'), { recursive: true });
  const logFile = logFileOf(run, 'backend');
  children.start({
    ...BACKEND_PROGRAM,
    args: files.flatMap(file => ['--config', file]),
    environment,
    logFile,
  });
  await waitUntilReady({
    awaited: {
      name: 'portal',
      url: address.localUrl,
      paths: ['/.backstage/health/v1/readiness', '/'],
      logFile,
    },
    signal,
    say,
  });
}

async function runUntilStopped(run: Run): Promise<void> {
  const { settings, address, children, signal } = run;
  try {
    await buildAppIfStale({ signal, say });
    // The backend reads the simulator's certificate authority as it starts. The first start makes that authority, so the
    // backend has to wait; later ones find it and save the time.
    const hasAuthority = existsSync(authorityFile(settings));
    const simulator = settings.demo ? startSimulator(run) : undefined;
    if (!hasAuthority) {
      await simulator;
    }
    await Promise.all([simulator, startBackend(run)]);
    say(
      `the portal is ready: ${
        address.baseUrl
      } - the Fleet page shows who is healthy, once everybody was asked: within a minute or two; logs are in ${resolve(
        settings.dataFolder,
        'logs',
      )}. Ctrl-C stops it.`,
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
}

async function start(): Promise<void> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => stopping.abort());
  }
  const settings = readSettings(process.env);
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    ...configEnvironment(settings),
  };
  const files = listConfigFiles(settings);
  const address = await readPortalAddress(files, environment);
  let failed: { name: string; how: string } | undefined;
  const children = Children.create((name, how) => {
    failed ??= { name, how };
    stopping.abort();
  });
  const { signal } = stopping;
  const lock = await lockDataFolder(settings.dataFolder);
  try {
    // After the lock, which tells this checkout's own portal from another program.
    await requireFreePorts([
      { ...address, purpose: 'portal', change: `PORT=${address.port + 1}` },
      ...(settings.demo ? simulatorPorts(settings.simulatorPort) : []),
    ]);
    const run = { settings, files, environment, address, children, signal };
    await runUntilStopped(run);
  } finally {
    // Last: until here a child may still write to the folder.
    await lock.release();
  }
  if (failed) {
    const { name, how } = failed;
    const log = await readFile(logFileOf({ settings }, name), 'utf8');
    console.error(lastWords(log));
    throw new Error(
      `the ${name} ended unexpectedly (${how}); what its log says last is above`,
    );
  }
  say('stopped');
}

start().catch(error => {
  console.error(`start: ${error.message}`);
  process.exitCode = 1;
});
