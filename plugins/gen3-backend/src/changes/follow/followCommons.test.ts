import { adviseOn } from '@gen3-csoc/backstage-plugin-gen3-common';
import { followInside, followLogin, followOutside } from './followCommons';
import type { SightedCheck, SightedCommons, SightedLogin } from './LaunchSight';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A check that is up, or what is given; it is of the service that its id names. */
function check(
  checkId: string,
  given: Partial<SightedCheck> = {},
): SightedCheck {
  const service = /:([^:]+)$/.exec(checkId.replace(/^inside:/, ''))?.[1];
  return {
    checkId,
    ...(service === undefined ? {} : { service }),
    layer: checkId.startsWith('inside:') ? 'inside' : 'outside',
    status: 'up',
    cause: 'ok',
    reason: 'is well',
    ...given,
  };
}

const wrong = (
  checkId: string,
  cause: SightedCheck['cause'],
  reason = 'is not well',
) => check(checkId, { status: 'degraded', cause, reason });

const well = [
  check('inside:argocd'),
  check('inside:deployments:fence'),
  check('inside:jobs:fence'),
  check('inside:ingress'),
  check('inside:volumes'),
  check('http:fence'),
];

const login: SightedLogin = { status: 'up', reason: 'works', because: [] };

/** A commons that is well but for these checks. */
function commons(
  checks: SightedCheck[],
  given: Partial<SightedCommons> = {},
): SightedCommons {
  const ids = new Set(checks.map(({ checkId }) => checkId));
  return {
    probing: 'on',
    hasCluster: true,
    checks: [...well.filter(({ checkId }) => !ids.has(checkId)), ...checks],
    loginSince: () => login,
    ...given,
  };
}

/** The steps by their ids, after so long, of a commons that is new or was there before. */
function follow(sight: SightedCommons, forMs = 0, isNew = true) {
  const steps = [
    ...followInside(sight, { forMs: () => forMs, isNew }),
    followOutside(sight, { forMs, isNew }),
    followLogin(sight, { forMs, from: 0 }),
  ];
  return Object.fromEntries(steps.map(step => [step.id, step]));
}

describe('the steps of a commons', () => {
  it('are done when all is well', () => {
    const states = Object.values(follow(commons([]))).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['done']));
  });

  // All steps were done, and nobody was told that there was no certificate.
  it.each([
    [
      'a certificate that is not issued',
      wrong('inside:ingress', 'certificate-not-renewed', 'has a certificate'),
      'probes',
      'Ingress has a certificate',
    ],
    [
      'a volume that is lost',
      wrong('inside:volumes', 'volume-missing', 'has lost the volume'),
      'workloads',
      'Storage has lost the volume',
    ],
  ])('are not done with %s', (_, bad, id, said) => {
    expect(follow(commons([bad]))[id]).toMatchObject({
      state: 'stuck',
      evidence: [expect.stringMatching(/^1 of 1/), said],
      advice: { likely: `${said}.`, fix: adviseOn(bad.cause, bad.checkId) },
    });
  });

  // A pod of somebody, or a load balancer of another team, kept a launch open until it failed after a day, and its commons from all other changes.
  it.each([
    [
      "somebody's pod in trouble",
      wrong('inside:pods', 'image-pull', 'are in trouble: debug'),
    ],
    [
      'an Ingress without an address',
      wrong('inside:ingress', 'no-ingress', 'has no address'),
    ],
  ])('are done with %s, when the services are well', (_, bad) => {
    const steps = follow(commons([bad]), DAY_MS);
    expect([steps.workloads, steps.probes]).toMatchObject([
      { state: 'done' },
      { state: 'done' },
    ]);
  });

  it('say that a database has no image where pods are missing', () => {
    const sight = commons([
      wrong('inside:pods', 'image-pull', 'are in trouble: postgres'),
      wrong('inside:deployments:fence', 'short-of-pods'),
    ]);
    expect(follow(sight, DAY_MS).workloads).toMatchObject({
      state: 'stuck',
      evidence: [
        '0 of 1 services with all their pods ready',
        'Other pods are in trouble: postgres',
        'fence is not well',
      ],
      advice: { fix: adviseOn('image-pull', 'inside:pods') },
    });
  });

  it('give a load balancer its time to give an address', () => {
    const sight = commons([
      wrong('inside:ingress', 'no-ingress'),
      check('http:fence', {
        status: 'down',
        cause: 'timeout',
        reason: 'is silent',
      }),
    ]);
    expect(follow(sight).probes).toMatchObject({
      state: 'running',
      evidence: [
        '0 of 1 checks from outside',
        'fence is silent',
        'Ingress is not well',
      ],
    });
    expect(follow(sight, 11 * MINUTE_MS).probes?.state).toBe('stuck');
  });

  // Every change of a commons with an old trouble ended as failed, a day after it was merged.
  it.each([
    wrong('inside:pods', 'crash-loop'),
    wrong('inside:volumes', 'volume-missing'),
    wrong('inside:ingress', 'no-ingress'),
    wrong('inside:ingress', 'certificate-not-renewed'),
  ])(
    'are done with $checkId of a commons that was there before, $cause',
    bad => {
      const steps = follow(commons([bad]), DAY_MS, false);
      const states = Object.values(steps).map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(['done']));
    },
  );

  it('say what was wrong before, too, where pods are missing', () => {
    const sight = commons([
      wrong('inside:volumes', 'volume-missing', 'has lost the volume'),
      wrong('inside:deployments:fence', 'short-of-pods'),
    ]);
    // Nothing is hopeless about a pod that just begins.
    expect(follow(sight, 0, false).workloads).toMatchObject({
      state: 'running',
      evidence: [
        expect.any(String),
        'Storage has lost the volume',
        'fence is not well',
      ],
    });
  });

  it.each(['inside:ingress', 'inside:volumes', 'inside:pods'])(
    'wait for no %s of which nothing is known',
    checkId => {
      const unknown = { status: 'unknown', cause: 'not-readable' } as const;
      const steps = follow(commons([check(checkId, unknown)]));
      expect([steps.workloads, steps.probes]).toMatchObject([
        { state: 'done' },
        { state: 'done' },
      ]);
    },
  );

  it('are done with a quota that fits, and say so where pods are missing', () => {
    const quota = wrong('inside:quota', 'quota-used-up', 'is used up');
    expect(follow(commons([quota])).workloads?.state).toBe('done');
    const short = wrong('inside:deployments:fence', 'short-of-pods');
    const sight = commons([quota, short]);
    // Its pods may just begin.
    expect(follow(sight).workloads).toMatchObject({
      state: 'running',
      evidence: [expect.any(String), 'Quota is used up', 'fence is not well'],
    });
    expect(follow(sight, DAY_MS).workloads?.advice).toEqual({
      likely: 'Quota is used up.',
      fix: adviseOn('quota-used-up', 'inside:quota'),
    });
  });
});

describe('steps of which nothing is seen', () => {
  const unseen = commons([], { checks: [] });

  // They ran for a day, and failed without a word of advice.
  it.each(['synced', 'workloads', 'jobs', 'probes'])(
    'say of %s what to do when it is late',
    id => {
      expect(follow(unseen)[id]).toMatchObject({ state: 'running' });
      expect(follow(unseen, 31 * MINUTE_MS)[id]).toMatchObject({
        state: 'stuck',
        advice: {
          likely: 'The rounds of the portal do not reach this commons.',
          fix: expect.stringContaining('Refresh'),
        },
      });
    },
  );

  it('are not visible where probing is off', () => {
    const off = commons([], { checks: [], probing: 'off' });
    const states = Object.values(follow(off, DAY_MS)).map(each => each.state);
    expect(new Set(states)).toEqual(new Set(['not-visible']));
  });

  it('have advice when only jobs were looked for that nobody has asked', () => {
    const unasked = { status: 'unknown', cause: 'never-asked' } as const;
    const sight = commons([check('inside:jobs:fence', unasked)]);
    expect(follow(sight, 31 * MINUTE_MS).jobs).toMatchObject({
      state: 'stuck',
      advice: { fix: expect.stringContaining('Refresh') },
    });
  });

  it('wait for no jobs where no service needs any', () => {
    const checks = well.filter(({ checkId }) => !checkId.includes('jobs'));
    expect(follow(commons([], { checks }), DAY_MS).jobs).toMatchObject({
      state: 'skipped',
      evidence: ['No service of it needs a job'],
    });
  });
});

describe('log-in that takes longer than usual', () => {
  const fixOf = (
    checks: SightedCheck[],
    given: Partial<SightedLogin> = { because: ['fence'] },
  ) => {
    const down = {
      ...login,
      status: 'down',
      reason: 'Log-in is down',
    } as const;
    const loginSince = () => ({ ...down, ...given });
    return follow(commons(checks, { loginSince }), 11 * MINUTE_MS).login
      ?.advice;
  };

  // It said to look at the pods of fence, whatever was wrong.
  it.each(['dns', 'tls', 'timeout', 'http-status', 'unreachable'] as const)(
    'says what to do about %s',
    cause => {
      expect(fixOf([wrong('http:fence', cause)])).toEqual({
        likely: 'Log-in is down.',
        fix: adviseOn(cause, 'fence'),
      });
    },
  );

  it('says of the service that is to blame what the cluster knows', () => {
    const checks = [
      wrong('http:arborist', 'http-status'),
      wrong('inside:deployments:arborist', 'crash-loop'),
      wrong('inside:deployments:sheepdog', 'image-pull'),
    ];
    expect(fixOf(checks, { because: ['arborist'] })?.fix).toBe(
      adviseOn('crash-loop', 'arborist'),
    );
  });

  it('says what to do about a certificate that browsers refuse', () => {
    expect(
      fixOf([wrong('tls', 'certificate-ended')], { because: [] })?.fix,
    ).toBe(adviseOn('certificate-ended', 'tls'));
  });

  it('says how maintenance ends', () => {
    const given = { status: 'maintenance', because: [] } as const;
    const { fix } = fixOf([], { ...given, because: [...given.because] }) ?? {};
    expect(fix).toBe(adviseOn('maintenance', 'fence'));
  });

  it('says what to do where nothing was asked', () => {
    expect(fixOf([])?.fix).toContain('Refresh the health card');
  });
});
