import { Readable } from 'node:stream';
import { createClusterCommons } from '../__testUtils__/askCluster';
import { Kubectl, openKubectl } from '../__testUtils__/openKubectl';
import { Simulator, startSimulator } from '../server/startSimulator';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

let simulator: Simulator;
let kubectl: Kubectl;

/** A clock that goes on from there. Usersync runs from 10:30:00 to 10:30:51. */
function startClock(from: string): () => Date {
  const offset = Date.parse(from) - Date.now();
  return () => new Date(Date.now() + offset);
}

beforeEach(async () => {
  simulator = await startSimulator({
    commons: [createClusterCommons({ services: ['revproxy', 'fence'] })],
    now: startClock('2026-11-22T10:30:44Z'),
  });
  kubectl = openKubectl(simulator);
});

afterEach(async () => {
  kubectl?.close();
  await simulator?.close();
});

/** Reads what is printed until it matches. */
async function untilPrinted(
  stream: Readable | null,
  pattern: RegExp,
): Promise<string> {
  let printed = '';
  for await (const chunk of stream ?? []) {
    printed += chunk;
    if (pattern.test(printed)) {
      break;
    }
  }
  return printed;
}

/** Resolves once there have been so many requests to `path`. */
async function untilAsked(path: RegExp, times: number): Promise<void> {
  const count = () =>
    simulator.requests().filter(asked => path.test(asked.path)).length;
  while (count() < times) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

it('get -w prints what changes', async () => {
  const { stdout } = kubectl.start(
    'get deploy -n heart -l app=fence -w --no-headers',
  );
  await untilAsked(/\/deployments$/, 2);
  simulator.setFault('heart.example', 'fence', { crashLoop: true });

  expect(await untilPrinted(stdout, /0\/1.*\n/)).toMatch(
    /^fence-deployment +1\/1 +1 +1 +\d+d\nfence-deployment +0\/1 +1 +0 +\d+d\n$/,
  );
});

it('get -w starts with one object, and follows it', async () => {
  const { stdout } = kubectl.start(
    'get deploy fence-deployment -n heart -w -o name',
  );
  await untilAsked(/\/deployments$/, 1);
  simulator.setFault('heart.example', 'fence', { crashLoop: true });

  expect(await untilPrinted(stdout, /(fence-deployment\n.*){2}/s)).toMatch(
    /^(deployment.apps\/fence-deployment\n){2}$/,
  );
});

it('wait waits until a Deployment is available again', async () => {
  simulator.setFault('heart.example', 'fence', { crashLoop: true });
  const waiting = kubectl.print(
    'wait --for=condition=Available deploy/fence-deployment -n heart --timeout=30s',
  );
  await untilAsked(/\/deployments$/, 2);
  simulator.clearFaults('heart.example', 'fence');

  expect(await waiting).toBe(
    'deployment.apps/fence-deployment condition met\n',
  );
});

it('wait waits until a Job is complete', async () => {
  const [, name] =
    /(usersync-\d+) +Running/.exec(
      await kubectl.print('get jobs -n heart --no-headers'),
    ) ?? [];

  expect(
    await kubectl.print(
      `wait --for=condition=complete job/${name} -n heart --timeout=30s`,
    ),
  ).toBe(`job.batch/${name} condition met\n`);
  expect(await kubectl.print(`logs job/${name} -n heart`)).toMatch(
    /starting usersync\n.* done\n$/,
  );
});

it('rollout status ends for a Deployment that is rolled out', async () => {
  expect(
    await kubectl.print('rollout status deploy/fence-deployment -n heart'),
  ).toBe('deployment "fence-deployment" successfully rolled out\n');
});
