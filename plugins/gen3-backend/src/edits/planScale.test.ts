import { createServiceRegistry } from '@gen3-csoc/backstage-plugin-gen3-common';
import { commonsInGit } from './__testUtils__/commonsInGit';
import { planScale } from './planScale';

const registry = createServiceRegistry();

const plan = (values: string, replicas: Record<string, number>) =>
  planScale(
    { kind: 'scale', hostname: 'heart.example.org', replicas },
    commonsInGit(values),
    registry,
  );

const settingsOf = (values: string, replicas: Record<string, number>) =>
  plan(values, replicas).settings.map(
    ({ path, value }) => `${path.join('.')}=${value}`,
  );

/** Values of a commons in which a service has its own switch of autoscaling on; funnel comes with gen3-workflow. */
const switchedOn = (name: string) =>
  `gen3-workflow: { enabled: true }\n${name}: { enabled: true, autoscaling: { enabled: true } }\n`;

describe('planScale', () => {
  it('sets how many pods a service has', () => {
    expect(plan('fence: { replicaCount: 2 }\n', { fence: 4 })).toMatchObject({
      title: 'Scale fence to 4 of heart.example.org',
      settings: [{ path: ['fence', 'replicaCount'], value: 4 }],
      findings: [],
      facts: ['`fence`: 4 pods, now `2`'],
    });
  });

  it.each([
    [
      'itself',
      'fence: { autoscaling: { enabled: true, maxReplicas: 8 } }\n',
      ['fence.autoscaling.minReplicas=4'],
    ],
    [
      'as all do, also when it says no',
      'global: { autoscaling: { enabled: true, maxReplicas: 10 } }\nfence: { autoscaling: { enabled: false } }\n',
      ['fence.autoscaling.minReplicas=4'],
    ],
    [
      'up to fewer than wanted',
      'fence: { autoscaling: { enabled: true, maxReplicas: 2 } }\n',
      ['fence.autoscaling.minReplicas=4', 'fence.autoscaling.maxReplicas=4'],
    ],
    [
      'up to fewer than wanted, as all do',
      'global: { autoscaling: { enabled: true, maxReplicas: 3 } }\n',
      ['fence.autoscaling.minReplicas=4', 'fence.autoscaling.maxReplicas=4'],
    ],
  ])('sets the bounds of a service that scales %s', (_, values, expected) => {
    expect(settingsOf(values, { fence: 4 })).toEqual(expected);
    expect(plan(values, { fence: 4 }).findings).toEqual([
      expect.objectContaining({ id: 'autoscaling', severity: 'info' }),
    ]);
  });

  // Only what the values say was looked at: the chart's own 10 made an autoscaler of 30 to 10, which Kubernetes refuses, and Argo CD with it.
  it.each([
    ['sheepdog', 10, undefined],
    ['sheepdog', 30, 30],
    // Its own chart says 5, and that wins over what holds for all.
    ['portal', 5, undefined],
    ['portal', 6, 6],
  ])(
    'sets the most of %s, too, when %i is more than the chart allows',
    (name, count, most) => {
      const values =
        name === 'portal'
          ? 'global: { autoscaling: { enabled: true, maxReplicas: 20 } }\n'
          : 'global: { autoscaling: { enabled: true } }\n';
      expect(settingsOf(values, { [name]: count })).toEqual([
        `${name}.autoscaling.minReplicas=${count}`,
        ...(most ? [`${name}.autoscaling.maxReplicas=${most}`] : []),
      ]);
    },
  );

  it('says how many pods an autoscaler leaves at least now', () => {
    const { facts } = plan(
      'global: { autoscaling: { enabled: true, minReplicas: 2 } }\n',
      { fence: 4 },
    );
    expect(facts).toEqual(['`fence`: at least 4 pods, now `2`']);
  });

  // A template takes 0 for nothing, so the least of all services counted, and yet the portal said that there would be no pod.
  it.each([
    [
      'global: { autoscaling: { enabled: true } }\n',
      /Switch autoscaling off first \(global\.autoscaling\.enabled\)/,
    ],
    [
      'fence: { autoscaling: { enabled: true } }\n',
      /Switch autoscaling off first \(fence\.autoscaling\.enabled\)/,
    ],
  ])(
    'refuses no pods where an autoscaler keeps some: %s',
    (values, message) => {
      expect(() => plan(values, { fence: 0 })).toThrow(message);
    },
  );

  // The bounds of an autoscaler were set that the chart does not have, so nothing happened.
  it.each(['audit', 'sower', 'cedar', 'zendesk-wrapper', 'jeg'])(
    'sets the count of %s, which no autoscaler reaches, also where all others scale by themselves',
    name => {
      const values = `global: { autoscaling: { enabled: true } }\n${name}: { enabled: true }\n`;
      expect(plan(values, { [name]: 3 })).toMatchObject({
        settings: [{ path: [name, 'replicaCount'], value: 3 }],
        findings: [],
      });
      expect(settingsOf(values, { [name]: 0 })).toEqual([
        `${name}.replicaCount=0`,
      ]);
    },
  );

  it.each(['audit', 'cedar', 'sower', 'ssjdispatcher', 'zendesk-wrapper'])(
    'refuses a count of %s that is not read because of a switch',
    name => {
      const message = `"${name}.autoscaling.enabled" is on. Switch that off first`;
      expect(() => plan(switchedOn(name), { [name]: 3 })).toThrow(message);
    },
  );

  // It was refused, and yet these charts set the count without a condition.
  it.each(['funnel', 'jeg', 'ohdsi-atlas', 'ohdsi-webapi', 'workspace-proxy'])(
    'sets the count of %s, whose chart does not read a switch that is on',
    name => {
      expect(settingsOf(switchedOn(name), { [name]: 3 })).toEqual([
        `${name}.replicaCount=3`,
      ]);
    },
  );

  // It was refused, and yet its own switch gives it an autoscaler.
  it('sets the bounds of a service that only its own switch lets scale by itself', () => {
    const name = 'embedding-management-service';
    expect(settingsOf(switchedOn(name), { [name]: 100 })).toEqual([
      `${name}.autoscaling.minReplicas=100`,
    ]);
    expect(settingsOf(switchedOn(name), { [name]: 101 })).toEqual([
      `${name}.autoscaling.minReplicas=101`,
      `${name}.autoscaling.maxReplicas=101`,
    ]);
    expect(() => plan(switchedOn(name), { [name]: 0 })).toThrow(
      /Switch autoscaling off first \(embedding-management-service\.autoscaling\.enabled\)/,
    );
    const shared =
      'global: { autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 3 } }\n';
    expect(plan(`${shared}${switchedOn(name)}`, { [name]: 4 })).toMatchObject({
      settings: [{ path: [name, 'autoscaling', 'minReplicas'], value: 4 }],
      facts: [`\`${name}\`: at least 4 pods, now the chart's default`],
    });
    expect(
      settingsOf(`${shared}${name}: { enabled: true }\n`, { [name]: 4 }),
    ).toEqual([`${name}.replicaCount=4`]);
  });

  // It was set, and the chart has no such key.
  it('refuses one count for a service of several parts', () => {
    expect(() =>
      plan('vectis-overlays: { enabled: true }\n', { 'vectis-overlays': 3 }),
    ).toThrow(/the chart does not read "vectis-overlays\.replicaCount"/);
  });

  // It was taken for one of jobs only, because its Deployment is named after Helm's release.
  it('scales a service whose Deployment has no fixed name', () => {
    const name = 'embedding-management-service';
    expect(settingsOf(`${name}: { enabled: true }\n`, { [name]: 2 })).toEqual([
      `${name}.replicaCount=2`,
    ]);
  });

  it('warns of a service without a pod', () => {
    expect(plan('', { fence: 0 }).findings).toEqual([
      expect.objectContaining({
        id: 'scaled-to-zero',
        severity: 'warning',
        why: 'The commons cannot be used without it.',
      }),
    ]);
    expect(plan('', { fence: 1 }).findings).toEqual([]);
  });

  it.each([
    ['nothing', {}, /name at least one service/],
    ['a service that is off', { guppy: 2 }, /has no service "guppy"/],
    ['a name with a slip', { fense: 2 }, /did you mean "fence"/],
    ['a service of jobs', { etl: 2 }, /has jobs only/],
  ])('refuses %s', (_, replicas, message) => {
    expect(() => plan('', replicas)).toThrow(message);
  });
});
