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
  ])('sets the bounds of a service that scales %s', (_, values, expected) => {
    expect(settingsOf(values, { fence: 4 })).toEqual(expected);
    expect(plan(values, { fence: 4 }).findings).toEqual([
      expect.objectContaining({ id: 'autoscaling', severity: 'info' }),
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
