import { minutesAgo, NOW, pod } from './__testUtils__/kubernetesObjects';
import { judgeVolumes } from './volumes';

const CLAIM = 'data-postgresql-0';

const userSince = (minutes: number) => ({
  ...pod({ metadata: { creationTimestamp: minutesAgo(minutes) } }),
  spec: { volumes: [{ persistentVolumeClaim: { claimName: CLAIM } }] },
});

function judge(phase: string | undefined, pods = [userSince(100)]) {
  const claim = {
    metadata: {
      name: CLAIM,
      ownerReferences: [],
      creationTimestamp: minutesAgo(9_000),
    },
    status: { phase, conditions: [] },
  };
  return judgeVolumes({ claims: [claim], pods, now: NOW });
}

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
});
