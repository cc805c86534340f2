import {
  createFakeClusters,
  failedReading,
  readingOf,
} from '../../__testUtils__/createFakeClusters';
import { minutesAgo, NOW, pod } from './__testUtils__/kubernetesObjects';
import { createVolumesCheck, judgeVolumes } from './volumes';

const CLAIM = 'data-postgresql-0';

const userSince = (minutes: number) => ({
  ...pod({ metadata: { creationTimestamp: minutesAgo(minutes) } }),
  spec: { volumes: [{ persistentVolumeClaim: { claimName: CLAIM } }] },
});

const claimIn = (phase: string | undefined) => ({
  metadata: {
    name: CLAIM,
    ownerReferences: [],
    creationTimestamp: minutesAgo(9_000),
  },
  status: { phase, conditions: [] },
});

const judge = (phase: string | undefined, pods = [userSince(100)]) =>
  judgeVolumes({ claims: [claimIn(phase)], pods, now: NOW });

describe('volumes', () => {
  it('is up when all claims are bound, wait since lately, or are used by nobody', () => {
    expect(judgeVolumes({ claims: [], pods: [], now: NOW }).outcome).toBe('up');
    expect(judge('Bound').outcome).toBe('up');
    expect(judge('Pending', [userSince(2)]).outcome).toBe('up');
    const other = { ...pod(), spec: { volumes: [] } };
    expect(judge('Pending', [other]).outcome).toBe('up');
  });

  it.each([
    ['Lost', 'has lost the volume of data-postgresql-0'],
    ['Pending', 'has given no volume to data-postgresql-0 for 10 min'],
  ])('warns of a claim that is %s', (phase, reason) => {
    expect(judge(phase)).toEqual({
      outcome: 'degraded',
      cause: 'volume-missing',
      reason,
    });
  });

  it('does not know of a claim that does not say how it is', () => {
    expect(judge(undefined).outcome).toBe('unknown');
  });

  it.each([
    // What was read was thrown away with what was not.
    ['Lost', 'degraded', 'has lost the volume of data-postgresql-0'],
    [
      'Bound',
      'unknown',
      'cannot be seen inside: cluster east, asked for pods, answers 403',
    ],
  ])(
    'says what it knows of a claim that is %s where pods cannot be read',
    async (phase, outcome, reason) => {
      const check = createVolumesCheck({
        client: createFakeClusters({
          persistentvolumeclaims: readingOf(claimIn(phase)),
          pods: failedReading('forbidden', 'answers 403'),
        }),
        place: { cluster: 'east', namespace: 'heart' },
        now: () => NOW,
      });
      const { signal } = new AbortController();
      expect(await check.run({ signal })).toMatchObject({ outcome, reason });
    },
  );
});
