import { launchRecord } from '../__testUtils__/changeRecords';
import { followLaunch } from './followLaunch';
import type { LaunchSight, SightedCheck } from './LaunchSight';

const MINUTE_MS = 60_000;

const record = launchRecord();

const merged = {
  ...record,
  state: 'merged',
  mergeCommit: 'd'.repeat(40),
} as const;

/** A check that is up, or what is given. */
function check(
  checkId: string,
  given: Partial<SightedCheck> = {},
): SightedCheck {
  return {
    checkId,
    layer: checkId.startsWith('inside:') ? 'inside' : 'outside',
    status: 'up',
    cause: 'ok',
    reason: 'is well',
    ...given,
  };
}

const wellInside = [
  check('inside:argocd'),
  check('inside:deployments:fence', { service: 'fence' }),
  check('inside:jobs:fence', { service: 'fence' }),
];

const found: LaunchSight['commons'] = {
  probing: 'on',
  hasCluster: true,
  checks: [...wellInside, check('http:fence', { service: 'fence' })],
  loginSince: () => ({ status: 'up', reason: 'Log-in works', because: [] }),
};

/** Steps by id, as `state`, evidence and advice. */
function follow(given: Partial<LaunchSight>) {
  const steps = followLaunch({
    now: 0,
    record,
    approvedBy: [],
    commons: undefined,
    reconciliationMs: 180_000,
    before: [],
    ...given,
  });
  return new Map(steps.map(step => [step.id, step]));
}

const statesOf = (given: Partial<LaunchSight>) =>
  Object.fromEntries([...follow(given)].map(([id, { state }]) => [id, state]));

describe('followLaunch', () => {
  it('waits for a review, then for the merge', () => {
    expect(statesOf({})).toEqual({
      proposed: 'done',
      checks: 'running',
      merged: 'waiting',
    });
    expect(statesOf({ approvedBy: ['Tomas'] })).toEqual({
      proposed: 'done',
      checks: 'done',
      merged: 'running',
    });
  });

  it('takes a merge in git itself for what it is', () => {
    const steps = follow({ record: merged });
    expect(steps.get('checks')?.state).toBe('skipped');
    expect(steps.get('merged')?.state).toBe('done');
  });

  it('follows what is reviewed at a host, which names no commits', () => {
    const elsewhere = {
      ...record,
      host: 'github',
      url: 'https://github.com/org/gitops/pull/1',
      commit: undefined,
    } as const;
    const open = follow({ record: elsewhere });
    expect(open.get('proposed')).toMatchObject({
      state: 'done',
      evidence: [
        expect.stringContaining('https://github.com/org/gitops/pull/1'),
      ],
    });
    expect(open.get('checks')?.evidence).toEqual([
      'Preflight found no error in what it could check, and the description says what it could not; it is reviewed at github',
    ]);
    expect(open.get('merged')?.state).toBe('waiting');

    const after = follow({ record: { ...elsewhere, state: 'merged' } });
    expect(after.get('merged')).toMatchObject({
      state: 'done',
      evidence: ['Its files are in the repository at github'],
    });
    expect(after.get('discovered')?.state).toBe('running');
  });

  it('looks for the source once it is merged, and says when that is late', () => {
    const before = [
      {
        id: 'discovered' as const,
        state: 'running' as const,
        since: 0,
        evidence: [],
        advice: undefined,
      },
    ];
    expect(statesOf({ record: merged }).discovered).toBe('running');
    const late = follow({ record: merged, before, now: 11 * MINUTE_MS });
    expect(late.get('discovered')).toMatchObject({
      state: 'stuck',
      advice: { fix: expect.stringContaining('Sources') },
    });
  });

  it('is done when everything is', () => {
    expect(
      new Set(
        Object.values(
          statesOf({
            record: merged,
            commons: found,
            approvedBy: ['Tomas'],
          }),
        ),
      ),
    ).toEqual(new Set(['done']));
  });

  it('says of a job that failed what to do, and stops there', () => {
    const checks = [
      ...wellInside.slice(0, 2),
      check('inside:jobs:fence', {
        service: 'fence',
        status: 'down',
        cause: 'job-failed',
        reason: 'failed: fence-dbcreate',
      }),
    ];
    const login = {
      status: 'down',
      reason: 'Log-in does not work',
      because: ['fence'],
    } as const;
    const loginSince = () => ({ ...login, because: [...login.because] });
    const commons = { ...found, checks, loginSince };
    const steps = follow({ record: merged, commons });
    expect(steps.get('jobs')).toMatchObject({
      state: 'failed',
      evidence: expect.arrayContaining(['fence failed: fence-dbcreate']),
      advice: {
        likely: 'fence failed: fence-dbcreate.',
        fix: expect.stringMatching(/Read the log.*run it again/),
      },
    });
    // It does not answer either, of course.
    expect([steps.get('probes'), steps.get('login')]).toMatchObject([
      { state: 'waiting', evidence: [] },
      { state: 'waiting', evidence: [] },
    ]);
  });

  it.each([
    ['an image that cannot be pulled', 'image-pull', 'stuck'],
    ['a pod that no node takes', 'unschedulable', 'stuck'],
    ['pods that just begin', 'short-of-pods', 'running'],
  ] as const)('sees %s', (_, cause, state) => {
    const checks = [
      check('inside:deployments:fence', {
        service: 'fence',
        status: 'degraded',
        cause,
      }),
    ];
    const steps = follow({ record: merged, commons: { ...found, checks } });
    expect(steps.get('workloads')?.state).toBe(state);
  });

  it('says what is not visible, and goes on', () => {
    const commons = { ...found, hasCluster: false };
    const steps = follow({ record: merged, commons });
    expect(steps.get('workloads')).toMatchObject({
      state: 'not-visible',
      evidence: [expect.stringContaining('Not visible from here')],
    });
    expect(steps.get('probes')?.state).toBe('done');
    const off = follow({
      record: merged,
      commons: { ...found, probing: 'off' },
    });
    expect(off.get('probes')?.state).toBe('not-visible');
  });

  it.each([
    ['inside:pods', 'image-pull', 'workloads', 'done'],
    ['inside:ingress', 'no-ingress', 'probes', 'done'],
    ['inside:volumes', 'volume-missing', 'workloads', 'stuck'],
    ['inside:ingress', 'certificate-not-renewed', 'probes', 'stuck'],
  ] as const)(
    'with %s that says %s has the step %s %s',
    (id, cause, step, state) => {
      const wrong = check(id, { status: 'degraded', cause });
      const commons = { ...found, checks: [...found.checks, wrong] };
      expect(statesOf({ record: merged, commons })[step]).toBe(state);
    },
  );

  it('does not take back what was done', () => {
    const done = {
      id: 'probes' as const,
      state: 'done' as const,
      since: 5,
      evidence: ['2 of 2 checks from outside'],
      advice: undefined,
    };
    const checks = [
      check('http:fence', { status: 'down', cause: 'http-status' }),
    ];
    const steps = follow({
      record: merged,
      commons: { ...found, checks },
      before: [done],
    });
    expect(steps.get('probes')).toEqual(done);
  });
});
