import { createClusterCommons } from '../../__testUtils__/askCluster';
import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { Client, openClient } from '../../__testUtils__/openClient';
import { Kubectl, openKubectl } from '../../__testUtils__/openKubectl';
import { Commons } from '../../commons/types';
import { Simulator, startSimulator } from '../../server/startSimulator';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

let simulator: Simulator;
let client: Kubectl;
let browser: Client;
let now: Date;

/** Lets time pass. */
function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
}

const HEART = createClusterCommons({
  services: ['revproxy', 'portal', 'fence', 'arborist', 'indexd', 'sower'],
});

const LUNG = createClusterCommons({
  hostname: 'lung.example',
  namespace: 'lung',
  services: ['revproxy', 'portal', 'fence', 'arborist', 'indexd', 'guppy'],
});

beforeEach(async () => {
  now = new Date('2026-11-22T10:07:00Z');
  simulator = await startSimulator({ commons: [HEART], now: () => now });
  client = openKubectl(simulator);
  browser = openClient(simulator);
});

afterEach(async () => {
  await browser?.close();
  client?.close();
  await simulator?.close();
});

const kubectl = (command: string) => client.print(command);

/** What Argo CD says of a commons. */
const application = (name: string) =>
  kubectl(
    `get application gen3-${name} -n argocd --no-headers -o custom-columns=S:.status.sync.status,H:.status.health.status,P:.status.operationState.phase,M:.status.operationState.message`,
  );

/** The Deployments of a commons with their ready pods, and what a user gets. */
async function look(name: string): Promise<string> {
  const deployments = await kubectl(
    `get deploy -n ${name} --no-headers -o custom-columns=N:.metadata.name,R:.status.readyReplicas`,
  );
  const { status } = await browser.get(`${name}.example/user/_status`);
  return `${await application(name)}${deployments}outside: ${status}\n`;
}

function withTag(commons: Commons, service: string, tag: string): Commons {
  return {
    ...commons,
    services: new Map(commons.services).set(service, tag),
  };
}

it('a new commons comes up wave by wave, within a minute', async () => {
  simulator.setFleet([HEART, LUNG]);
  const printed = [await look('lung')];
  for (const seconds of [5, 8, 13, 13]) {
    pass(seconds);
    // One after the other: the clock goes on between them.
    // eslint-disable-next-line no-await-in-loop
    printed.push(await look('lung'));
  }
  const jobs = await kubectl('get jobs -n lung');
  pass(13);
  printed.push(await look('lung'));

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "OutOfSync   Missing   <none>   <none>
    outside: 503

    OutOfSync   Missing   Running   waiting for healthy state of batch/Job/fence-dbcreate and 2 more resources
    outside: 503

    OutOfSync   Missing   Running   waiting for healthy state of apps/Deployment/arborist-deployment and 4 more resources
    arborist-deployment              <none>
    fence-deployment                 <none>
    indexd-deployment                <none>
    presigned-url-fence-deployment   <none>
    outside: 503

    OutOfSync   Missing   Running   waiting for healthy state of apps/Deployment/guppy-deployment
    arborist-deployment              1
    fence-deployment                 1
    guppy-deployment                 <none>
    indexd-deployment                1
    presigned-url-fence-deployment   1
    outside: 503

    Synced   Progressing   Running   waiting for healthy state of apps/Deployment/portal-deployment and 1 more resources
    arborist-deployment              1
    fence-deployment                 1
    guppy-deployment                 1
    indexd-deployment                1
    portal-deployment                <none>
    presigned-url-fence-deployment   1
    revproxy-deployment              <none>
    outside: 503

    Synced   Healthy   Succeeded   successfully synced (all tasks run)
    arborist-deployment              1
    fence-deployment                 1
    guppy-deployment                 1
    indexd-deployment                1
    portal-deployment                1
    presigned-url-fence-deployment   1
    revproxy-deployment              1
    outside: 200
    "
  `);
  expect(jobs).toMatchInlineSnapshot(`
    "NAME                STATUS     COMPLETIONS   DURATION   AGE
    arborist-dbcreate   Complete   1/1           6s         35s
    fence-dbcreate      Complete   1/1           3s         35s
    indexd-dbcreate     Complete   1/1           5s         35s
    indexd-userdb       Complete   1/1           4s         27s
    "
  `);
});

it('all services of a new commons answer after a minute', async () => {
  const services = createServiceRegistry()
    .enabledByDefault()
    .map(({ name }) => name);
  simulator.setFleet([
    { ...LUNG, services: new Map(services.map(name => [name, '2026.10'])) },
  ]);
  pass(60);

  expect(await application('lung')).toMatch(/^Synced +Healthy +Succeeded/);
  expect(
    await kubectl(
      'get pods -n lung --field-selector=status.phase!=Running -o name',
    ),
  ).not.toContain('deployment');
});

it('what is in git at the start is long deployed', async () => {
  expect(await look('heart')).toMatchInlineSnapshot(`
    "Synced   Healthy   Succeeded   successfully synced (all tasks run)
    arborist-deployment              1
    fence-deployment                 1
    indexd-deployment                1
    portal-deployment                1
    presigned-url-fence-deployment   1
    revproxy-deployment              1
    sower                            1
    outside: 200
    "
  `);
});

it('a changed tag rolls only its service, and outside the old version answers until the new is ready', async () => {
  const version = async () =>
    (await browser.get('heart.example/user/_version')).body;
  const before = await kubectl('get pods -n heart -o name');
  simulator.setFleet([withTag(HEART, 'fence', '2026.11')]);
  const printed = [await application('heart')];
  pass(5);
  printed.push(
    await application('heart'),
    await kubectl('get pods -n heart -l app=fence'),
    await version(),
  );
  pass(20);
  printed.push(
    await application('heart'),
    await kubectl('get deploy -n heart -o wide -l app=fence'),
    await version(),
  );
  const after = await kubectl('get pods -n heart -o name');

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "OutOfSync   Healthy   Succeeded   successfully synced (all tasks run)

    Synced   Progressing   Running   waiting for healthy state of apps/Deployment/fence-deployment and 1 more resources

    NAME                                READY   STATUS     RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Running    0          22d
    fence-deployment-6f6e101790-5xntk   0/1     Init:0/1   0          2s

    {"version":"2026.10","commit":"08929b1bb1f54e171a81c2f89cb4e81ad85ba4e4"}
    Synced   Healthy   Succeeded   successfully synced (all tasks run)

    NAME               READY   UP-TO-DATE   AVAILABLE   AGE    CONTAINERS   IMAGES                       SELECTOR
    fence-deployment   1/1     1            1           155d   fence        quay.io/cdis/fence:2026.11   app.kubernetes.io/instance=gen3-heart,app.kubernetes.io/name=fence,app=fence,release=production

    {"version":"2026.11","commit":"08929b1bb1f54e171a81c2f89cb4e81ad85ba4e4"}"
  `);
  const others = (pods: string) =>
    pods.split('\n').filter(name => !name.includes('fence'));
  expect(others(after)).toEqual(others(before));
});

it('names the commit that git is at, and the one that is deployed', async () => {
  const at = (commit: string, commons: Commons): Commons => ({
    ...commons,
    application: {
      name: 'gen3-heart',
      spec: { sources: [{ path: 'helm/gen3' }, { ref: 'values' }] },
      commit,
    },
  });
  const revisions = async () =>
    (
      await kubectl(
        'get application gen3-heart -n argocd -o jsonpath={.status.sync.revisions[1]},{.status.operationState.syncResult.revisions[1]},{.status.history[*].revisions[1]}',
      )
    ).split(',');
  simulator.setFleet([at('a', HEART)]);
  pass(60);
  simulator.setFleet([at('b', HEART)]);
  const ofOthers = await revisions();
  simulator.setFleet([at('c', withTag(HEART, 'fence', '2026.11'))]);
  const behind = await revisions();
  pass(30);

  expect(ofOthers.slice(0, 2)).toEqual(['b', 'b']);
  expect(behind.slice(0, 2)).toEqual(['c', 'b']);
  const [compared, applied, history] = await revisions();
  expect([compared, applied]).toEqual(['c', 'c']);
  expect(history).toMatch(/ b c$/);
});

it('a sync waits for the pods of a wave, and goes on when they are well', async () => {
  simulator.setFault('lung.example', 'arborist', { crashLoop: true });
  simulator.setFleet([HEART, LUNG]);
  pass(120);
  const stuck = await look('lung');
  simulator.clearFaults();

  expect(stuck).toMatchInlineSnapshot(`
    "OutOfSync   Missing   Running   waiting for healthy state of apps/Deployment/arborist-deployment
    arborist-deployment              <none>
    fence-deployment                 1
    indexd-deployment                1
    presigned-url-fence-deployment   1
    outside: 503
    "
  `);
  expect(await application('lung')).toMatch(/^Synced +Healthy +Succeeded/);
});

it('a service and a commons that git declares no more are gone', async () => {
  simulator.setFleet([HEART, LUNG]);
  pass(60);
  const services = new Map(LUNG.services);
  services.delete('guppy');
  simulator.setFleet([{ ...LUNG, services }]);
  const before = await kubectl('get deploy -n lung -o name');
  pass(5);
  const after = await kubectl('get deploy -n lung -o name');

  expect(before).toContain('guppy');
  expect(after).not.toContain('guppy');
  expect(await kubectl('get applications -n argocd -o name')).toBe(
    'application.argoproj.io/gen3-lung\n',
  );
});

it('a commons that comes back comes up anew', async () => {
  simulator.setFleet([HEART, LUNG]);
  pass(60);
  simulator.setFleet([HEART]);
  pass(10);
  simulator.setFleet([HEART, LUNG]);
  const { status } = await browser.get('lung.example/user/_status');

  expect(status).toBe(503);
  expect(await kubectl('get deploy -n lung -o name')).toBe('');
});
