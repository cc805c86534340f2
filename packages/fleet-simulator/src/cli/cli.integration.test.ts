import { createMockDirectory } from '@backstage/backend-test-utils';
import { join } from 'node:path';
import { createCommons } from '../__testUtils__/createCommons';
import { openClient } from '../__testUtils__/openClient';
import { Simulator, startSimulator } from '../server/startSimulator';
import { createProgram } from './createProgram';
import { parseClusterVersion } from './parseClusterVersion';
import { parseDuration, parseNumber, parsePort } from './parseDuration';
import { startFromOptions } from './startFromOptions';

const EXAMPLES = join(__dirname, '../../../../examples');
const data = createMockDirectory();
let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({
    commons: [
      createCommons({
        hostname: 'heart.example.org',
        cluster: 'organprod',
        namespace: 'heart',
      }),
    ],
  });
});

afterEach(() => simulator.close());

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const program = createProgram({
    print: line => lines.push(line),
    signal: new AbortController().signal,
    environment: {
      SIMULATOR_PORT: String(Number(new URL(simulator.controlUrl).port) - 1),
    },
  });
  await program.parseAsync(args, { from: 'user' });
  return lines;
}

const HEART = 'heart.example.org';

it.each([
  [['fence', '--status', '500'], 'fence: status 500'],
  [['fence', '--hang'], 'fence: hang'],
  [
    ['presigned-url-fence', '--status', '500'],
    'presigned-url-fence: status 500',
  ],
  [['fence', '--slow', '3s'], 'fence: slowMs 3000'],
  [['fence', '--reset'], 'fence: reset'],
  [['fence', '--html'], 'fence: html'],
  [['fence', '--wrong-issuer'], 'fence: wrongIssuer'],
  [['--certificate-days', '5'], '*: certificateDays 5'],
  [['*', '--certificate-days', '-3'], '*: certificateDays -3'],
  [['--expired'], '*: certificateDays -1'],
  [['--maintenance'], '*: maintenance'],
  [['--close'], '*: close'],
  [['--out-of-sync'], '*: outOfSync'],
  [['--quota-used-up'], '*: quotaUsedUp'],
  [['--isolated'], '*: isolated'],
  [['fence', '--crash-loop'], 'fence: crashLoop'],
  [['fence', '--out-of-memory'], 'fence: outOfMemory'],
  [['fence', '--image-pull'], 'fence: imagePull'],
  [['fence', '--pending'], 'fence: pending'],
  [['fence', '--scaled-to-zero'], 'fence: scaledToZero'],
  [
    ['fence', '--crash-loop', '--replicas', '2'],
    'fence: crashLoop, replicas 2',
  ],
  [['fence', '--replicas-ready', '1'], 'fence: replicasReady 1'],
  [['usersync', '--failed-job'], 'usersync: failedJob'],
  [['usersync', '--late-job'], 'usersync: lateJob'],
  [['usersync', '--late-job', '30'], 'usersync: lateJob 30'],
  [['usersync', '--hanging-job'], 'usersync: hangingJob'],
])('fault heart.example.org %j', async (args, line) => {
  await expect(run('fault', HEART, ...args)).resolves.toEqual([
    `${HEART} ${line}`,
  ]);
});

it('ends faults with the word clear, of a service or of a commons', async () => {
  await run('fault', HEART, 'fence', '--hang');
  await run('fault', HEART, 'wts', '--hang');

  await expect(run('fault', HEART, 'fence', 'clear')).resolves.toEqual([
    `${HEART} fence: cleared`,
  ]);
  await expect(run('clear', HEART, 'indexd')).resolves.toEqual([
    '1 faults are left:',
    `${HEART} wts: hang`,
  ]);
  await expect(run('fault', HEART, 'clear')).resolves.toEqual([
    `${HEART}: cleared`,
  ]);
  await expect(run('clear')).resolves.toEqual(['No faults are left.']);
});

it('lists the fleet with what is wrong', async () => {
  await run('fault', HEART, 'fence', '--status', '503');

  await expect(run('list')).resolves.toEqual([
    `1 commons on https port ${simulator.httpsPort}, their clusters on ${simulator.kubernetesPort}`,
    `${HEART}  helm  14 services  [fence: status 503]`,
  ]);
});

it('lists the faults of clusters, too', async () => {
  const cluster = 'cluster:organprod';

  await expect(
    run('fault', cluster, '--forbidden', 'events,ingresses'),
  ).resolves.toEqual([`${cluster} *: forbidden events,ingresses`]);
  await expect(run('list')).resolves.toContain(
    `${cluster} *: forbidden events,ingresses`,
  );
  await expect(run('clear', cluster)).resolves.toEqual(['No faults are left.']);
});

it('reads versions of clusters', () => {
  const one = parseClusterVersion('organprod=1.20', {});

  expect(parseClusterVersion('rareprod=1.35', one)).toEqual({
    organprod: { kubernetesVersion: '1.20' },
    rareprod: { kubernetesVersion: '1.35' },
  });
  expect(() => parseClusterVersion('organprod=1.19', {})).toThrow(
    'Write a cluster and one of 1.20, 1.35: organprod=1.20.',
  );
});

it('shows the requests to a commons', async () => {
  const client = openClient(simulator);
  await client.get(`${HEART}/_status`, { headers: { 'user-agent': 'me' } });

  await expect(run('log', '--host', HEART)).resolves.toEqual([
    expect.stringMatching(/Z 200 GET heart.example.org\/_status "me"$/),
  ]);
  await client.close();
});

it('reads the fleet again', async () => {
  await expect(run('reload')).resolves.toEqual(['1 commons']);
});

it.each([
  [['fault', HEART, 'fence'], /Say what is wrong: --status 500/],
  [['fault', HEART, 'fence', '--status', '99'], /Not a fault/],
  [['fault', 'hart.example.org', '--hang'], /did you mean heart.example.org/],
])('%j is refused', async (args, message) => {
  await expect(run(...args)).rejects.toThrow(message);
});

it('writes a generated tree', async () => {
  data.setContent({});
  const out = data.resolve('tree');

  await expect(
    run('generate', '--out', out, '--commons', '3', '--services', '4'),
  ).resolves.toEqual([`3 commons with 4 services each are in ${out}`]);
});

it.each([
  ['500ms', 500],
  ['3s', 3000],
  ['1.5s', 1500],
  ['2m', 120_000],
])('takes %s for %i ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

it('refuses what is no duration, number or port', () => {
  expect(() => parseDuration('3')).toThrow(/like 500ms, 3s or 2m/);
  expect(() => parseNumber('x')).toThrow(/Write a number/);
  expect(() => parsePort('70000')).toThrow(/port from 0 to 65535/);
});

describe('the demo fleet', () => {
  const stopping = new AbortController();
  const problems: string[] = [];
  let demo: Simulator;

  beforeAll(async () => {
    demo = await startFromOptions({
      trees: [join(EXAMPLES, 'gitops'), join(EXAMPLES, 'manifest')],
      generate: 2,
      seed: 'demo',
      port: 0,
      controlPort: 0,
      address: '127.0.0.1',
      faultsFile: join(EXAMPLES, 'faults.yaml'),
      signal: stopping.signal,
      print: line => problems.push(line),
    });
  });

  afterAll(async () => {
    stopping.abort();
    await demo.close();
  });

  it('is read whole, without a problem', () => {
    expect(problems).toEqual([]);
    expect(
      demo.fleet
        .list()
        .map(({ hostname, flavour }) => `${hostname} ${flavour}`),
    ).toEqual([
      'bone.example cloud-automation',
      'commons-0001.example helm',
      'commons-0002.example helm',
      'dev.brain.example.org helm',
      'eye.example helm',
      'heart-staging.example.org helm',
      'heart.example.org helm',
      'hub.example.org helm',
      'imaging.example helm',
      'kidney-qa.example.org helm',
      'kidney.example.org helm',
      'liver.example.org helm',
      'lung.example.org helm',
      'pancreas.example.org helm',
      'rare.example helm',
      'skin.example helm',
    ]);
  });

  it('is in the clusters that the portal finds it in', () => {
    const places = demo.fleet
      .list()
      .map(({ hostname, cluster, namespace }) =>
        cluster ? `${hostname} ${cluster}/${namespace}` : hostname,
      );

    expect(places).toEqual([
      'bone.example',
      'commons-0001.example cluster-01/commons-0001',
      'commons-0002.example cluster-01/commons-0002',
      'dev.brain.example.org organnonprod/brain-dev-helm',
      'eye.example partnerprod/eye',
      'heart-staging.example.org organnonprod/heart-staging-helm',
      'heart.example.org organprod/heart-helm',
      'hub.example.org hubprod/hub-helm',
      'imaging.example imagingprod/default',
      'kidney-qa.example.org organnonprod/kidney-qa-helm',
      'kidney.example.org organprod/kidney-helm',
      'liver.example.org organprod/liver-helm',
      'lung.example.org organprod/lung-helm',
      'pancreas.example.org organprod/pancreas-helm',
      'rare.example rareprod/rare-helm',
      'skin.example rareprod/skin-helm',
    ]);
  });

  it('begins with one degraded, one down and one in maintenance', async () => {
    const client = openClient(demo);
    const statuses = await Promise.all(
      [
        'heart.example.org/user/_status',
        'liver.example.org/wts/_status',
        'lung.example.org/user/_status',
        'pancreas.example.org/',
        'bone.example/requestor/_status',
        'hub.example.org/mds/aggregate/commons',
      ].map(async url => (await client.get(url)).status),
    );
    await client.close();

    expect(statuses).toEqual([200, 500, 500, 302, 200, 200]);
  });

  it('never shows a secret of a values file', async () => {
    const client = openClient(demo);
    const answers = await Promise.all(
      ['/', '/_status', '/user/login', '/data/config/gitops.json'].map(path =>
        client.get(`heart.example.org${path}`),
      ),
    );
    const listed = await fetch(`${demo.controlUrl}/commons`);
    await client.close();

    const texts = [...answers.map(({ body }) => body), await listed.text()];
    expect(texts.join('\n')).not.toContain('this-must-never-leave');
  });
});

it('says which faults file cannot be used and why', async () => {
  data.setContent({
    'faults.yaml': 'faults: [{ hostname: a, fault: { x: 1 } }]',
  });

  await expect(
    startFromOptions({
      trees: [],
      generate: 0,
      seed: '',
      port: 0,
      controlPort: 0,
      address: '127.0.0.1',
      faultsFile: data.resolve('faults.yaml'),
      signal: new AbortController().signal,
      print: () => {},
    }),
  ).rejects.toThrow(/The faults in ".*faults.yaml" cannot be used: [^]*"x"/);
});
