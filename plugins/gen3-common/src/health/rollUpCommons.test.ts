import {
  AFTER_THREE_ROUNDS,
  INTERVAL_MS,
  resultOf,
  serviceState,
  stateAfter,
} from '../testing/checkStates';
import { checksWith, rollUp, SERVICES, VISIBLE } from '../testing/commons';
import { settle } from './settle';
import { CheckResult, Outcome } from './types';

function journeysOf(health: ReturnType<typeof rollUp>) {
  return Object.fromEntries(health.journeys.map(j => [j.id, j.status]));
}

const tls = (overrides: object, outcome: Outcome) =>
  stateAfter([outcome, outcome, outcome], { checkId: 'tls', ...overrides });

describe('rollUpCommons', () => {
  it('is up when all that can be seen is', () => {
    expect(rollUp()).toMatchObject({
      status: 'up',
      headline: '',
      cause: 'ok',
      affected: '',
      advice: '',
      since: '2026-11-22T10:00:00.000Z',
      score: { value: 100, reasons: [] },
      checkedAt: '2026-11-22T10:02:00.000Z',
      stale: false,
    });
  });

  it('says of the workspace journey that its service cannot be seen from outside', () => {
    const workspace = rollUp().journeys.find(({ id }) => id === 'workspace');
    expect(workspace).toEqual({
      id: 'workspace',
      title: 'Workspace',
      status: 'unknown',
      reason:
        'Workspace cannot be seen from outside: hatchery cannot be asked without a log-in',
      because: [],
    });
  });

  it('says that log-in is down because of fence, and who is affected', () => {
    const health = rollUp({ checks: checksWith({ fence: 'down' }) });
    expect(health).toMatchObject({
      status: 'down',
      headline: 'Log-in is down: fence answers 500 (3 of 3 checks)',
      cause: 'http-status',
      since: '2026-11-22T10:02:00.000Z',
      affected: 'Everyone who must log in is affected; search still works.',
      advice:
        'Look at the pods and logs of fence: the gateway turns every failure behind it, also a missing pod, into 500.',
    });
    expect(journeysOf(health)).toEqual({
      login: 'down',
      search: 'up',
      download: 'down',
      submit: 'down',
      workspace: 'down',
    });
    expect(health.journeys[0].because).toEqual(['fence']);
    expect(health.services[0]).toMatchObject({
      name: 'fence',
      reason: 'fence answers 500 (3 of 3 checks)',
    });
    expect(health.score).toEqual({
      value: 15,
      reasons: [
        { points: -50, text: 'log-in journey down' },
        { points: -15, text: 'download journey down' },
        { points: -10, text: 'submission journey down' },
        { points: -10, text: 'workspace journey down' },
      ],
    });
  });

  it('names the log-in journey first when several are down', () => {
    const { headline } = rollUp({
      checks: checksWith({ fence: 'down', guppy: 'down', sheepdog: 'down' }),
    });
    expect(headline).toMatch(/^Log-in is down: fence/);
  });

  it('does not blame journeys that do not need the service', () => {
    const health = rollUp({ checks: checksWith({ sheepdog: 'down' }) });
    expect(journeysOf(health)).toMatchObject({
      login: 'up',
      search: 'up',
      download: 'up',
      submit: 'down',
    });
    expect(health.headline).toBe(
      'Submission is down: sheepdog answers 500 (3 of 3 checks)',
    );
    expect(health.affected).toBe(
      'People who submit data are affected; log-in, search and download still work.',
    );
  });

  it('is only degraded when a service that is not critical is down', () => {
    const workspaces = rollUp({ checks: checksWith({ wts: 'down' }) });
    expect(workspaces).toMatchObject({
      status: 'degraded',
      headline: 'Workspace is down: wts answers 500 (3 of 3 checks)',
    });
    const audit = rollUp({ checks: checksWith({ audit: 'down' }) });
    expect(audit).toMatchObject({
      status: 'degraded',
      headline: 'audit answers 500 (3 of 3 checks)',
      score: { value: 95, reasons: [{ points: -5, text: 'audit down' }] },
    });
  });

  it('is unknown, not up, when a service could not be asked', () => {
    expect(rollUp({ checks: checksWith({ fence: 'unknown' }) })).toMatchObject({
      status: 'unknown',
      headline: 'Log-in is unknown: fence does not let us ask (403)',
      advice:
        'Let the portal through the firewall or allow-list of the commons.',
    });
  });

  it('shows a first failure as not confirmed, without an alarm', () => {
    const before = serviceState('fence', 'up');
    const failed = settle(
      before,
      resultOf('down', { service: 'fence', round: 2 }),
    );
    const health = rollUp({
      checks: [...checksWith().filter(c => c.service !== 'fence'), failed],
    });
    expect(health.status).toBe('up');
    expect(health.services.find(({ name }) => name === 'fence')).toMatchObject({
      status: 'up',
      reason: 'fence answers 500 (1 in a row, not confirmed yet)',
    });
  });

  it.each<[string, Outcome[], object]>([
    [
      'down',
      ['down', 'down', 'down', 'up'],
      {
        status: 'down',
        cause: 'http-status',
        reason:
          'fence answers again, but not often enough yet (before: answers 500)',
      },
    ],
    [
      'not asked',
      ['unknown', 'unknown', 'unknown', 'up'],
      {
        status: 'unknown',
        cause: 'blocked',
        reason:
          'fence answers again, but not often enough yet (before: does not let us ask (403))',
      },
    ],
    [
      'new and failed at once',
      ['down'],
      {
        status: 'unknown',
        cause: 'http-status',
        reason: 'fence answers 500 (1 in a row, not confirmed yet)',
      },
    ],
    [
      'down and could then not be asked',
      ['down', 'down', 'down', 'unknown'],
      {
        status: 'down',
        cause: 'http-status',
        reason: 'fence answers 500 (3 of 3 checks)',
      },
    ],
  ])(
    'says where a service stands that was %s',
    (_label, outcomes, expected) => {
      const fence = stateAfter(outcomes, { service: 'fence' });
      const health = rollUp({
        checks: [...checksWith().filter(c => c.service !== 'fence'), fence],
      });
      expect(health.services[0]).toMatchObject({ name: 'fence', ...expected });
    },
  );

  it.each<[string, Outcome, Partial<CheckResult>, object]>([
    [
      'cannot be reached',
      'down',
      { cause: 'dns', reason: 'cannot be reached: no such name' },
      {
        status: 'down',
        headline:
          'heart.example cannot be reached: no such name (3 of 3 checks)',
        affected: 'Everyone is affected.',
        advice: 'Check the DNS record of the hostname.',
        score: { value: 0 },
      },
    ],
    [
      'fails everywhere',
      'down',
      {},
      {
        status: 'down',
        headline: 'Every service answers 500 (3 of 3 checks)',
        // It was about the pods of arborist, which comes first by name.
        advice: expect.stringMatching(/^Look at revproxy, and at what all /),
      },
    ],
    [
      'lets nobody ask',
      'unknown',
      {},
      {
        status: 'unknown',
        headline: 'heart.example does not let us ask (403)',
        affected: '',
        score: undefined,
      },
    ],
  ])(
    'says of a commons as a whole that it %s',
    (_label, outcome, facts, expected) => {
      const checks = VISIBLE.map(name => serviceState(name, outcome, facts));
      expect(rollUp({ checks })).toMatchObject(expected);
    },
  );

  it('forgets what is older than three intervals', () => {
    const now = new Date(AFTER_THREE_ROUNDS.getTime() + 14 * INTERVAL_MS);
    const health = rollUp({ now });
    expect(health).toMatchObject({
      status: 'unknown',
      cause: 'stale',
      headline: 'No answer recorded for 14 min',
      since: '2026-11-22T10:05:00.000Z',
      stale: true,
    });
    expect(health.score).toBeUndefined();
    expect(health.services[0].reason).toBe(
      'arborist was last asked 14 min ago',
    );
  });

  it('relies on a result until exactly three intervals have passed', () => {
    const last = Date.parse('2026-11-22T10:02:00.000Z');
    const at = (age: number) => rollUp({ now: new Date(last + age) }).status;
    expect(at(3 * INTERVAL_MS)).toBe('up');
    expect(at(3 * INTERVAL_MS + 1)).toBe('unknown');
  });

  it('relies on a result from a clock that is up to an interval ahead', () => {
    const last = Date.parse('2026-11-22T10:02:00.000Z');
    const at = (age: number) => rollUp({ now: new Date(last + age) });
    expect(at(-INTERVAL_MS).status).toBe('up');
    /* A clock that was set back left results that looked fresh until the clock was there again. */
    expect(at(-INTERVAL_MS - 1)).toMatchObject({
      status: 'unknown',
      cause: 'stale',
      headline: 'No answer recorded since a clock was set back',
      stale: true,
    });
  });

  it('says that it was not asked yet', () => {
    expect(rollUp({ checks: [] })).toMatchObject({
      status: 'unknown',
      headline: 'Not asked yet',
      cause: 'never-asked',
      score: undefined,
      checkedAt: undefined,
      stale: false,
    });
  });

  it('says that probing is off, whatever was seen before', () => {
    const health = rollUp({
      probing: 'off',
      checks: checksWith({ fence: 'down' }),
    });
    expect(health).toMatchObject({
      status: 'unknown',
      cause: 'probing-off',
      headline: 'Not asked: probing is off for this commons',
      score: undefined,
      stale: false,
    });
    expect(health.services.every(({ cause }) => cause === 'probing-off')).toBe(
      true,
    );
  });

  it('is degraded when the certificate ends soon', () => {
    const check = tls(
      { cause: 'certificate-ends-soon', reason: 'ends in 5 days' },
      'degraded',
    );
    expect(rollUp({ checks: [...checksWith(), check] })).toMatchObject({
      status: 'degraded',
      headline: 'Certificate ends in 5 days',
      cause: 'certificate-ends-soon',
      affected: '',
      advice: 'Renew the certificate before it ends.',
      score: {
        value: 94,
        reasons: [{ points: -6, text: 'certificate ends in 5 days' }],
      },
    });
  });

  it('is down for everyone when the certificate has ended', () => {
    const check = tls(
      { cause: 'certificate-ended', reason: 'ended 2 days ago' },
      'down',
    );
    const health = rollUp({ checks: [...checksWith(), check] });
    expect(health).toMatchObject({
      status: 'down',
      headline: 'Certificate ended 2 days ago (3 of 3 checks)',
      affected: 'Everyone is affected.',
    });
    expect(new Set(Object.values(journeysOf(health)))).toEqual(
      new Set(['down']),
    );
    expect(health.score?.value).toBe(0);
  });

  it('is degraded by a wrong issuer', () => {
    const check = stateAfter(['down', 'down', 'down'], {
      checkId: 'issuer',
      cause: 'wrong-issuer',
      reason: 'is https://other.example/user',
    });
    expect(rollUp({ checks: [...checksWith(), check] })).toMatchObject({
      status: 'degraded',
      headline: "Log-in's issuer is https://other.example/user (3 of 3 checks)",
      score: { value: 90 },
    });
  });

  it('ignores checks of services that the commons no longer has', () => {
    const checks = [...checksWith(), serviceState('requestor', 'down')];
    expect(rollUp({ checks }).status).toBe('up');
  });

  it('shows a service that it does not know, without judging the commons by it', () => {
    const health = rollUp({ services: [...SERVICES, 'mystery', 'mystery'] });
    expect(health.status).toBe('up');
    expect(health.services.filter(({ name }) => name === 'mystery')).toEqual([
      {
        name: 'mystery',
        layers: [],
        title: 'mystery',
        critical: false,
        journeys: [],
        status: 'unknown',
        cause: 'not-visible',
        reason: 'mystery is not a service the portal knows',
      },
    ]);
  });

  it('does not blame a service that answers for one that it depends on', () => {
    const health = rollUp({ checks: checksWith({ arborist: 'down' }) });
    expect(health.services.find(({ name }) => name === 'fence')?.status).toBe(
      'up',
    );
  });

  it('only lists journeys that the commons offers', () => {
    const health = rollUp({
      services: ['revproxy', 'indexd', 'fence', 'arborist'],
    });
    expect(Object.keys(journeysOf(health))).toEqual(['login', 'download']);
  });

  it('knows nothing of a commons without services that can be seen', () => {
    expect(rollUp({ services: ['hatchery'], checks: [] })).toMatchObject({
      status: 'unknown',
      cause: 'not-visible',
      score: undefined,
    });
  });

  // A valid certificate alone once made such a commons green.
  it('knows nothing of them even when the certificate is good', () => {
    const checks = [stateAfter(['up', 'up'], { checkId: 'tls' })];
    expect(rollUp({ services: ['hatchery'], checks })).toMatchObject({
      status: 'unknown',
      cause: 'not-visible',
      score: undefined,
    });
  });

  it('sends whom the portal could not reach for reasons of its own to the portal', () => {
    const ofOurs = VISIBLE.map(service =>
      serviceState(service, 'unknown', {
        cause: 'unreachable',
        reason: 'could not be asked: the portal reaches no commons',
      }),
    );
    expect(rollUp({ checks: ofOurs })).toMatchObject({
      status: 'unknown',
      headline:
        'heart.example could not be asked: the portal reaches no commons',
      advice:
        'Check the portal itself: its network, its proxy, its name server and its load.',
    });
    const ofTheirs = VISIBLE.map(service =>
      stateAfter(['down'], { service, cause: 'unreachable' }),
    );
    expect(rollUp({ checks: ofTheirs }).advice).toContain('load balancer');
  });

  describe('with two front ends', () => {
    const services = ['fence', 'frontend-framework', 'portal'];
    const rollUpFrontEnds = (
      frontendRoot: 'portal' | 'gen3ff',
      outcomes: Record<string, Outcome>,
    ) =>
      rollUp({
        services,
        frontendRoot,
        checks: services.map(name =>
          serviceState(name, outcomes[name] ?? 'up'),
        ),
      });

    it.each([
      ['portal', 'frontend-framework', 'portal'],
      ['gen3ff', 'portal', 'frontend-framework'],
    ] as const)(
      'rooted at %s, is degraded without %s and down without %s',
      (root, aside, atRoot) => {
        /* A trial of the new front end at /ff that answered 500 took the whole commons down. */
        const onTrial = rollUpFrontEnds(root, { [aside]: 'down' });
        expect(onTrial.status).toBe('degraded');
        expect(journeysOf(onTrial)).toEqual({ login: 'up' });
        expect(onTrial.services[0]).toMatchObject({
          name: aside,
          status: 'down',
          critical: false,
        });
        const broken = rollUpFrontEnds(root, { [atRoot]: 'down' });
        expect(broken.status).toBe('down');
        expect(journeysOf(broken)).toEqual({ login: 'down' });
      },
    );
  });
});
