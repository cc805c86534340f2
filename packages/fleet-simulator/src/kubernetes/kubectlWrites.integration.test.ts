import { createClusterCommons } from '../__testUtils__/askCluster';
import { Client, openClient } from '../__testUtils__/openClient';
import { Kubectl, openKubectl } from '../__testUtils__/openKubectl';
import { Simulator, startSimulator } from '../server/startSimulator';

// These tests start programs, which may take a while on a busy machine.
jest.setTimeout(60_000);

const OPERATOR = { token: 'simulator-operator' };

let simulator: Simulator;
let client: Kubectl;
let browser: Client;
let now: Date;

/** Lets time pass. */
function pass(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
}

beforeEach(async () => {
  now = new Date('2026-11-22T10:07:00Z');
  simulator = await startSimulator({
    commons: [
      createClusterCommons({ services: ['revproxy', 'fence', 'arborist'] }),
    ],
    now: () => now,
  });
  client = openKubectl(simulator);
  browser = openClient(simulator);
});

afterEach(async () => {
  await browser?.close();
  client?.close();
  await simulator?.close();
});

const kubectl = (command: string) =>
  client.print(`${command} -n heart`, OPERATOR);
const complaint = (command: string) =>
  client.complaint(`${command} -n heart`, OPERATOR);
const statusOf = async (path: string) =>
  (await browser.get(`heart.example${path}`)).status;

const FENCE_PODS = 'get pods -l app=fence';

/** As `rollout restart` does, which takes the time from its own clock and so makes pods of other names each time. */
const RESTART =
  'patch deployment fence-deployment -p {"spec":{"template":{"metadata":{"annotations":{"kubectl.kubernetes.io/restartedAt":"2026-11-22T10:07:00Z"}}}}}';

it('a restart brings up new pods while the old ones serve', async () => {
  const printed = [await kubectl(RESTART), await kubectl(FENCE_PODS)];
  for (const seconds of [2, 3, 3, 2]) {
    pass(seconds);
    // One after the other: the clock goes on between them.
    // eslint-disable-next-line no-await-in-loop
    printed.push(await kubectl(FENCE_PODS));
  }
  pass(7);
  printed.push(await kubectl('get rs,pods,deploy -l app=fence'));

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "deployment.apps/fence-deployment patched

    NAME                                READY   STATUS    RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Running   0          22d
    fence-deployment-8973e437b2-4l8l9   0/1     Pending   0          0s

    NAME                                READY   STATUS     RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Running    0          22d
    fence-deployment-8973e437b2-4l8l9   0/1     Init:0/1   0          2s

    NAME                                READY   STATUS     RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Running    0          22d
    fence-deployment-8973e437b2-4l8l9   0/1     Init:0/1   0          5s

    NAME                                READY   STATUS    RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Running   0          22d
    fence-deployment-8973e437b2-4l8l9   0/1     Running   0          8s

    NAME                                READY   STATUS        RESTARTS   AGE
    fence-deployment-5a25cfb998-r65np   1/1     Terminating   0          22d
    fence-deployment-8973e437b2-4l8l9   1/1     Running       0          10s

    NAME                                          DESIRED   CURRENT   READY   AGE
    replicaset.apps/fence-deployment-5a25cfb998   0         0         0       22d
    replicaset.apps/fence-deployment-8973e437b2   1         1         1       17s

    NAME                                    READY   STATUS    RESTARTS   AGE
    pod/fence-deployment-8973e437b2-4l8l9   1/1     Running   0          17s

    NAME                               READY   UP-TO-DATE   AVAILABLE   AGE
    deployment.apps/fence-deployment   1/1     1            1           155d
    "
  `);
});

it('a restart is told in events', async () => {
  await kubectl(RESTART);
  pass(20);
  const printed = await kubectl(
    'get events --no-headers -o custom-columns=R:.reason,M:.message,F:.firstTimestamp',
  );

  expect(
    printed
      .split('\n')
      .filter(line =>
        /fence-deployment|fence:2026|container:? fence /.test(line),
      )
      .sort()
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "Created             Created container: fence                                                                      2026-11-22T10:07:05Z
    Pulled              Container image "quay.io/cdis/fence:2026.10" already present on machine                       2026-11-22T10:07:04Z
    ScalingReplicaSet   Scaled down replica set fence-deployment-5a25cfb998 from 1 to 0                               2026-11-22T10:07:09Z
    ScalingReplicaSet   Scaled up replica set fence-deployment-8973e437b2 from 0 to 1                                 2026-11-22T10:07:00Z
    Scheduled           Successfully assigned heart/fence-deployment-8973e437b2-4l8l9 to ip-10-0-2-168.ec2.internal   2026-11-22T10:07:00Z
    Started             Started container fence                                                                       2026-11-22T10:07:05Z
    SuccessfulCreate    Created pod: fence-deployment-8973e437b2-4l8l9                                                2026-11-22T10:07:00Z
    SuccessfulDelete    Deleted pod: fence-deployment-5a25cfb998-r65np                                                2026-11-22T10:07:09Z"
  `);
});

it('get -w tells of a rollout while it goes on', async () => {
  const { stdout } = client.start(
    'get deploy fence-deployment -n heart -w --no-headers',
  );
  let printed = '';
  stdout?.on('data', chunk => {
    printed += chunk;
  });
  const untilLines = async (count: number) => {
    while (printed.split('\n').length <= count) {
      // One look after the other, until the watch has told.
      // eslint-disable-next-line no-await-in-loop
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  await untilLines(1);
  await kubectl('scale deploy/fence-deployment --replicas=2');
  await untilLines(2);
  pass(20);
  await untilLines(3);

  expect(printed.replace(/ +/g, ' ')).toBe(
    [
      'fence-deployment 1/1 1 1 155d',
      'fence-deployment 1/2 2 1 155d',
      'fence-deployment 2/2 2 2 155d',
      '',
    ].join('\n'),
  );
});

it('rollout undo goes back to the pods before a restart', async () => {
  await kubectl(RESTART);
  pass(20);
  const printed = [
    await kubectl('rollout history deploy/fence-deployment'),
    await kubectl('rollout undo deploy/fence-deployment'),
  ];
  pass(20);
  printed.push(await kubectl('get rs,pods -l app=fence'));

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "deployment.apps/fence-deployment
    REVISION  CHANGE-CAUSE
    1         <none>
    2         <none>


    deployment.apps/fence-deployment rolled back

    NAME                                          DESIRED   CURRENT   READY   AGE
    replicaset.apps/fence-deployment-5a25cfb998   1         1         1       22d
    replicaset.apps/fence-deployment-8973e437b2   0         0         0       40s

    NAME                                    READY   STATUS    RESTARTS   AGE
    pod/fence-deployment-5a25cfb998-4pcch   1/1     Running   0          20s
    "
  `);
});

it('a pod of a Job that runs is replaced when it is deleted', async () => {
  await kubectl('create job now --from=cronjob/usersync');
  const pods = () => kubectl('get pods -l job-name=now -o name');
  const before = await pods();
  pass(5);
  await kubectl('delete pod -l job-name=now --wait=false');
  const after = await pods();
  pass(120);

  expect(after).toMatch(/^pod\/now-\w{5}\n$/);
  expect(after).not.toBe(before);
  expect(await kubectl('get pods -l job-name=now')).toMatch(/ Completed /);
});

it('rollout restart restarts', async () => {
  expect(await kubectl('rollout restart deploy/fence-deployment')).toBe(
    'deployment.apps/fence-deployment restarted\n',
  );
  expect(await kubectl(`${FENCE_PODS} -o name`)).toMatch(/^(pod.*\n){2}$/);
});

it('rollout status tells what a rollout waits for', async () => {
  await kubectl('rollout restart deploy/fence-deployment');
  pass(3);
  const waiting = await complaint(
    'rollout status deploy/fence-deployment --timeout=1s',
  );
  pass(20);

  expect(waiting).toMatchInlineSnapshot(`
    "Waiting for deployment "fence-deployment" rollout to finish: 1 old replicas are pending termination...
    error: timed out waiting for the condition"
  `);
  expect(await kubectl('rollout status deploy/fence-deployment')).toBe(
    'deployment "fence-deployment" successfully rolled out\n',
  );
});

it('a rollout that a fault holds up leaves the old pods to serve', async () => {
  await kubectl(RESTART);
  pass(1);
  simulator.setFault('heart.example', 'fence', { crashLoop: true });
  pass(60);

  expect(await kubectl('get deploy,pods -l app=fence')).toMatchInlineSnapshot(`
    "NAME                               READY   UP-TO-DATE   AVAILABLE   AGE
    deployment.apps/fence-deployment   1/1     1            1           155d

    NAME                                    READY   STATUS             RESTARTS      AGE
    pod/fence-deployment-5a25cfb998-r65np   1/1     Running            0             22d
    pod/fence-deployment-8973e437b2-4l8l9   0/1     CrashLoopBackOff   2 (13s ago)   61s
    "
  `);
  expect(await statusOf('/user/_status')).toBe(200);
});

it('scale to nothing takes a service away, outside as well, and back', async () => {
  const printed = [
    await kubectl('scale deploy/fence-deployment --replicas=0'),
    await kubectl('get deploy,pods -l app=fence'),
  ];
  const without = await statusOf('/user/_status');
  printed.push(
    await kubectl(
      'scale deploy/fence-deployment --current-replicas=0 --replicas=2',
    ),
  );
  pass(20);
  printed.push(await kubectl('get deploy,pods -l app=fence'));

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "deployment.apps/fence-deployment scaled

    NAME                               READY   UP-TO-DATE   AVAILABLE   AGE
    deployment.apps/fence-deployment   0/0     0            0           155d

    NAME                                    READY   STATUS        RESTARTS   AGE
    pod/fence-deployment-5a25cfb998-r65np   1/1     Terminating   0          22d

    deployment.apps/fence-deployment scaled

    NAME                               READY   UP-TO-DATE   AVAILABLE   AGE
    deployment.apps/fence-deployment   2/2     2            2           155d

    NAME                                    READY   STATUS    RESTARTS   AGE
    pod/fence-deployment-5a25cfb998-4pcch   1/1     Running   0          20s
    pod/fence-deployment-5a25cfb998-x2jfq   1/1     Running   0          20s
    "
  `);
  expect([without, await statusOf('/user/_status')]).toEqual([500, 200]);
});

it('create job makes a Job that runs, completes and counts as a success', async () => {
  const printed = [
    await kubectl('create job now --from=cronjob/usersync'),
    await kubectl('get job now'),
    await kubectl('get pods -l job-name=now'),
  ];
  pass(120);
  printed.push(
    await kubectl('wait --for=condition=complete job/now --timeout=5s'),
    await kubectl('get job now'),
    await kubectl('get pods -l job-name=now'),
    await kubectl(
      'get cronjob usersync -o jsonpath={.status.lastSuccessfulTime}',
    ),
  );

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "job.batch/now created

    NAME   STATUS    COMPLETIONS   DURATION   AGE
    now    Running   0/1           0s         0s

    NAME        READY   STATUS    RESTARTS   AGE
    now-2pd2w   1/1     Running   0          0s

    job.batch/now condition met

    NAME   STATUS     COMPLETIONS   DURATION   AGE
    now    Complete   1/1           51s        2m

    NAME        READY   STATUS      RESTARTS   AGE
    now-2pd2w   0/1     Completed   0          2m

    2026-11-22T10:07:51Z"
  `);
});

it('a Job that is made while its fault is on fails', async () => {
  simulator.setFault('heart.example', 'usersync', { failedJob: true });
  await kubectl('create job now --from=cronjob/usersync');
  simulator.clearFaults();
  pass(120);

  expect(await kubectl('get job now')).toMatchInlineSnapshot(`
    "NAME   STATUS   COMPLETIONS   DURATION   AGE
    now    Failed   0/1           2m         2m
    "
  `);
});

it('delete takes a Job away, and a pod until its controller has made another', async () => {
  await kubectl('create job now --from=cronjob/usersync');
  const [pod] = (await kubectl(`${FENCE_PODS} -o name`)).split('\n');
  const printed = [
    await kubectl('delete job now'),
    await kubectl(`delete ${pod} --wait=false`),
    await kubectl(FENCE_PODS),
  ];
  pass(15);
  printed.push(await kubectl(FENCE_PODS));

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "job.batch "now" deleted from heart namespace

    pod "fence-deployment-5a25cfb998-r65np" deleted from heart namespace

    NAME                                READY   STATUS        RESTARTS   AGE
    fence-deployment-5a25cfb998-4pcch   0/1     Pending       0          0s
    fence-deployment-5a25cfb998-r65np   1/1     Terminating   0          22d

    NAME                                READY   STATUS    RESTARTS   AGE
    fence-deployment-5a25cfb998-4pcch   1/1     Running   0          15s
    "
  `);
  expect(await complaint('get job now')).toContain('NotFound');
});

it('patch takes all three kinds of patches', async () => {
  const patches = [
    `-p {"spec":{"replicas":2}}`,
    `--type=merge -p {"spec":{"replicas":3}}`,
    `--type=json -p [{"op":"replace","path":"/spec/replicas","value":4}]`,
  ];
  const printed = [];
  for (const patch of patches) {
    // One after the other: each starts a program.
    // eslint-disable-next-line no-await-in-loop
    printed.push(await kubectl(`patch deployment fence-deployment ${patch}`));
  }
  printed.push(
    await kubectl(`patch deployment fence-deployment ${patches[2]}`),
    await kubectl('get deploy fence-deployment'),
  );

  expect(printed.join('\n')).toMatchInlineSnapshot(`
    "deployment.apps/fence-deployment patched

    deployment.apps/fence-deployment patched

    deployment.apps/fence-deployment patched

    deployment.apps/fence-deployment patched (no change)

    NAME               READY   UP-TO-DATE   AVAILABLE   AGE
    fence-deployment   1/4     4            1           155d
    "
  `);
});

it.each([
  'rollout restart deploy/fence-deployment --dry-run=server',
  'scale deploy/fence-deployment --replicas=0 --dry-run=server',
  'create job now --from=cronjob/usersync --dry-run=server',
  'delete pod -l app=fence --dry-run=server',
])('%s changes nothing', async command => {
  const before = await kubectl('get deploy,pods,jobs');
  // Not every kubectl has the option for each command.
  await complaint(command);

  expect(await kubectl('get deploy,pods,jobs')).toBe(before);
});

it.each([
  [
    'set image deploy/fence-deployment fence=other',
    'deployments.apps "fence-deployment" is forbidden: the simulator only changes spec.replicas and the annotation "kubectl.kubernetes.io/restartedAt" of the pod template, not spec.template.spec.containers',
  ],
  [
    'scale deploy/fence-deployment --replicas=51',
    'The Deployment "fence-deployment" is invalid: spec.replicas: Invalid value: 51: must be less than or equal to 50',
  ],
  [
    'scale deploy/fence-deployment --current-replicas=7 --replicas=1',
    'Expected replicas to be 7, was 1',
  ],
  ['scale deploy/none --replicas=1', 'deployments.apps "none" not found'],
  [
    'create job arborist-dbcreate --from=cronjob/usersync',
    'jobs.batch "arborist-dbcreate" already exists',
  ],
  [
    'create job Now --from=cronjob/usersync',
    'Job.batch "Now" is invalid: metadata.name: Invalid value: "Now": ',
  ],
  [
    'delete deploy fence-deployment',
    'cannot delete resource "deployments" in API group "apps" in the namespace "heart"',
  ],
  [
    'create configmap more',
    'cannot create resource "configmaps" in API group "" in the namespace "heart"',
  ],
])('%s is refused', async (command, message) => {
  expect(await complaint(command)).toContain(message);
});

it('a reader may do none of it', async () => {
  const reading = { token: 'simulator-reader' };

  expect(
    await client.complaint(
      'rollout restart deploy/fence-deployment -n heart',
      reading,
    ),
  ).toContain('cannot patch resource "deployments"');
  expect(
    await client.complaint('auth can-i delete pods -n heart', reading),
  ).toBe('no');
});

it('an operator may by what they are told', async () => {
  const asked = [
    'patch deployments.apps',
    'patch deployments.apps --subresource=scale',
    'create jobs.batch',
    'delete jobs.batch',
    'delete pods',
  ];
  const answers = [];
  for (const question of asked) {
    // One after the other: each starts a program.
    // eslint-disable-next-line no-await-in-loop
    answers.push(await kubectl(`auth can-i ${question}`));
  }

  expect(new Set(answers)).toEqual(new Set(['yes\n']));
  expect(await complaint('auth can-i delete deployments.apps')).toBe('no');
});
