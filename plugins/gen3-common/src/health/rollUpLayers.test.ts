import { resultOf, serviceState } from '../testing/checkStates';
import { checksWith, rollUp, SERVICES, VISIBLE } from '../testing/commons';
import { settle } from './settle';
import { CheckResult, CheckState, Outcome } from './types';

const inside = (
  service: string,
  outcome: Outcome,
  facts: Partial<CheckResult> = {},
): CheckState =>
  serviceState(service, outcome, {
    checkId: `inside:deployments:${service}`,
    ...facts,
  });

const CRASHING = {
  cause: 'crash-loop',
  reason: 'has 0 of 1 pods ready: fence-1 crash-loops (exit code 1)',
} as const;

const LATE = {
  cause: 'job-late',
  reason: 'needs usersync, whose last success was 6 h ago (*/30 * * * *)',
} as const;

const READY = { cause: 'ok', reason: 'has 1 of 1 pods ready' } as const;

const UNREACHABLE = {
  cause: 'cluster-unreachable',
  reason: 'cannot be seen inside: cluster east does not answer',
} as const;

const serviceOf = (health: ReturnType<typeof rollUp>, wanted: string) =>
  health.services.find(({ name }) => name === wanted);

describe('rollUpCommons, with the inside of the cluster', () => {
  it('says in one sentence what users get and why, and advises on the why', () => {
    const health = rollUp({
      checks: [
        ...checksWith({ fence: 'down' }),
        inside('fence', 'down', CRASHING),
      ],
    });
    expect(health).toMatchObject({
      status: 'down',
      cause: 'crash-loop',
      headline:
        'Log-in is down: fence answers 500 (3 of 3 checks); has 0 of 1 pods ready: fence-1 crash-loops (exit code 1)',
      advice: expect.stringContaining('Read the last log of fence'),
    });
  });

  it('is not down while users are served, and keeps what each layer says apart', () => {
    const health = rollUp({
      checks: [...checksWith(), inside('fence', 'down', CRASHING)],
    });
    expect(health.status).toBe('degraded');
    expect(health.headline).toContain(
      'Log-in is degraded: fence answers its users; has 0 of 1',
    );
    expect(serviceOf(health, 'fence')?.layers).toMatchObject([
      { layer: 'outside', status: 'up', cause: 'ok' },
      { layer: 'inside', status: 'down', cause: 'crash-loop' },
    ]);
  });

  it('names all that is wrong inside with a service, worst first', () => {
    // One hid the other: a usersync that was late was not seen while a pod of fence crash-looped.
    const health = rollUp({
      checks: [
        ...checksWith(),
        inside('fence', 'degraded', {
          ...LATE,
          checkId: 'inside:jobs:fence',
        }),
        inside('fence', 'down', CRASHING),
      ],
    });
    expect(serviceOf(health, 'fence')).toMatchObject({
      cause: 'crash-loop',
      reason: `fence answers its users; ${CRASHING.reason}; ${LATE.reason}`,
      layers: [
        { layer: 'outside', status: 'up' },
        { layer: 'inside', cause: 'crash-loop' },
        { layer: 'inside', cause: 'job-late', reason: LATE.reason },
      ],
    });
    expect(health.headline).toContain(LATE.reason);
  });

  it('says once that the inside is well or cannot be read, whatever number of checks says so', () => {
    const health = rollUp({
      checks: [
        ...checksWith(),
        inside('fence', 'up', READY),
        inside('fence', 'unknown', {
          ...UNREACHABLE,
          checkId: 'inside:jobs:fence',
        }),
      ],
    });
    expect(serviceOf(health, 'fence')?.layers).toMatchObject([
      { layer: 'outside' },
      { layer: 'inside', cause: 'cluster-unreachable' },
    ]);
  });

  it('sees a service that cannot be seen from outside', () => {
    const health = rollUp({
      checks: [...checksWith(), inside('hatchery', 'up', READY)],
    });
    expect(serviceOf(health, 'hatchery')).toMatchObject({
      status: 'up',
      reason: 'hatchery has 1 of 1 pods ready',
    });
    expect(health.journeys.find(({ id }) => id === 'workspace')).toMatchObject({
      status: 'up',
    });
  });

  it('says what pods do when they come back, and not that they answer', () => {
    const checkId = 'inside:deployments:hatchery';
    const before = inside('hatchery', 'down', {
      cause: 'crash-loop',
      reason: 'has 0 of 1 pods ready',
    });
    const back = settle(
      before,
      resultOf('up', { ...READY, checkId, service: 'hatchery', round: 3 }),
    );
    const health = rollUp({ checks: [...checksWith(), back] });
    expect(serviceOf(health, 'hatchery')).toMatchObject({
      status: 'down',
      reason:
        'hatchery has 1 of 1 pods ready (not confirmed yet; before: has 0 of 1 pods ready)',
    });
  });

  it('says beside what users get what pods do now, as the row of that layer does', () => {
    // The service kept "has 0 of 1 pods ready" for a round, while the row below it had its pod back.
    const checkId = 'inside:deployments:fence';
    const back = settle(
      inside('fence', 'down', CRASHING),
      resultOf('up', { ...READY, checkId, service: 'fence', round: 3 }),
    );
    const now = `${READY.reason} (not confirmed yet; before: ${CRASHING.reason})`;
    const reasonsWith = (outcome: Outcome) => {
      const checks = [...checksWith({ fence: outcome }), back];
      const fence = serviceOf(rollUp({ checks }), 'fence');
      return [fence?.reason, fence?.layers[1].reason];
    };
    expect(reasonsWith('up')).toEqual([`fence answers its users; ${now}`, now]);
    expect(reasonsWith('down')).toEqual([
      `fence answers 500 (3 of 3 checks); ${now}`,
      now,
    ]);
  });

  it('keeps what is seen from outside when the cluster cannot be asked, and names that layer', () => {
    const unknown = SERVICES.map(name => inside(name, 'unknown', UNREACHABLE));
    const before = rollUp();
    const health = rollUp({ checks: [...checksWith(), ...unknown] });
    expect(health.status).toBe('up');
    expect(health.score).toEqual(before.score);
    expect(serviceOf(health, 'hatchery')).toMatchObject({
      status: 'unknown',
      cause: 'not-visible',
      reason: expect.stringMatching(
        /^hatchery cannot be seen from outside: .* It cannot be seen inside: cluster east/,
      ),
      layers: [{ layer: 'inside', status: 'unknown' }],
    });
  });

  it('does not let a check of the whole inside that could not be asked decide', () => {
    const health = rollUp({
      checks: [
        ...checksWith(),
        { ...inside('fence', 'unknown', UNREACHABLE), service: undefined },
      ],
    });
    expect(health.status).toBe('up');
  });

  it('still says of all services together what users get, whatever pods do', () => {
    const gone = Object.fromEntries(
      VISIBLE.map(name => [name, 'down' as const]),
    );
    const health = rollUp({
      checks: [...checksWith(gone), inside('fence', 'down', CRASHING)],
    });
    expect(health).toMatchObject({
      headline: 'Every service answers 500 (3 of 3 checks)',
      cause: 'http-status',
    });
  });

  it.each<[string, CheckState]>([
    [
      'a job is late',
      inside('fence', 'degraded', { ...LATE, checkId: 'inside:jobs:fence' }),
    ],
    ['pods crash', inside('fence', 'down', CRASHING)],
  ])('advises on the name that does not resolve while %s', (_, other) => {
    // The headline told of DNS, and the advice of a log to read.
    const nameless = VISIBLE.map(name =>
      serviceState(name, 'down', {
        cause: 'dns',
        reason: 'cannot be reached: no such name',
      }),
    );
    const health = rollUp({ checks: [...nameless, other] });
    expect(health).toMatchObject({
      status: 'down',
      cause: 'dns',
      headline: expect.stringMatching(/no such name/),
      advice: 'Check the DNS record of the hostname.',
    });
    // It is not forgotten.
    expect(serviceOf(health, 'fence')?.reason).toContain(other.reason);
  });

  it('tells the age of what users get, not of what pods say', () => {
    const later = '2026-11-22T10:02:04.000Z';
    const state = inside('fence', 'up', READY);
    const health = rollUp({
      checks: [
        ...checksWith(),
        { ...state, last: { ...state.last, checkedAt: later } },
      ],
    });
    expect(health.checkedAt).toBe('2026-11-22T10:02:00.000Z');
  });

  it('names a pod of no service that is in trouble, and what to do about it', () => {
    const other = serviceState('fence', 'degraded', {
      checkId: 'inside:pods',
      service: undefined,
      cause: 'crash-loop',
      reason:
        'are in trouble: postgresql has 0 of 1 pods ready: postgresql-0 crash-loops (exit code 1)',
    });
    const health = rollUp({ checks: [...checksWith(), other] });
    expect(health).toMatchObject({
      status: 'degraded',
      headline:
        'Other pods are in trouble: postgresql has 0 of 1 pods ready: postgresql-0 crash-loops (exit code 1)',
      advice: expect.stringMatching(
        /^Read the last log of the workload that is named /,
      ),
    });
    expect(health.score?.value).toBe(98);
  });

  it('names the journey that a service spoils before Argo CD, which finds the commons degraded because of it', () => {
    // After some minutes Argo CD gave up on the rollout, and the headline told of it instead of the image.
    const argocd = serviceState('fence', 'degraded', {
      checkId: 'inside:argocd',
      service: undefined,
      cause: 'app-unhealthy',
      reason: 'finds gen3-heart degraded',
    });
    const pulling = inside('indexd', 'degraded', {
      cause: 'image-pull',
      reason: 'has 1 of 2 pods ready: indexd-1 cannot pull',
    });
    expect(
      rollUp({ checks: [...checksWith(), argocd, pulling] }),
    ).toMatchObject({
      cause: 'image-pull',
      headline: expect.stringMatching(/indexd answers its users; has 1 of 2/),
      advice: expect.stringMatching(/^Check that the image tag of indexd/),
    });
  });
});
