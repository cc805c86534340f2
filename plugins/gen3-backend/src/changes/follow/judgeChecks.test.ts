import { adviseOn } from '@gen3-csoc/backstage-plugin-gen3-common';
import { judgeChecks } from './judgeChecks';
import type { SightedCheck } from './LaunchSight';

const MINUTE_MS = 60_000;

/** A check of a service that is up, or what is given. */
function check(service: string, given: Partial<SightedCheck> = {}) {
  return {
    checkId: `inside:deployments:${service}`,
    service,
    layer: 'inside',
    status: 'up',
    cause: 'ok',
    reason: 'is well',
    ...given,
  } as const satisfies SightedCheck;
}

const short = {
  status: 'degraded',
  cause: 'short-of-pods',
  reason: 'has 0 of 1 pods ready',
} as const;
const crashing = {
  status: 'down',
  cause: 'crash-loop',
  reason: 'crashes again and again',
} as const;
const unasked = {
  status: 'unknown',
  cause: 'never-asked',
  reason: 'was not asked yet',
} as const;

const judge = (
  checks: SightedCheck[],
  more: { unknownIsFine?: boolean; forMs?: number } = {},
) =>
  judgeChecks({
    id: 'workloads',
    checks,
    noun: 'services with all their pods ready',
    forMs: 0,
    ...more,
  });

describe('judgeChecks', () => {
  it('is done when every check is up', () => {
    expect(judge([check('fence'), check('indexd')])).toEqual({
      id: 'workloads',
      state: 'done',
      evidence: ['2 of 2 services with all their pods ready'],
      advice: undefined,
    });
  });

  it('says what it waits for', () => {
    expect(judge([check('fence'), check('indexd', short)])).toEqual({
      id: 'workloads',
      state: 'running',
      evidence: [
        '1 of 2 services with all their pods ready',
        'indexd has 0 of 1 pods ready',
      ],
      advice: undefined,
    });
  });

  it('is stuck from the minute on that is later than usual', () => {
    const at = (forMs: number) => judge([check('fence', short)], { forMs });
    expect(at(20 * MINUTE_MS).state).toBe('running');
    expect(at(20 * MINUTE_MS + 1)).toMatchObject({
      state: 'stuck',
      advice: { likely: 'fence has 0 of 1 pods ready.' },
    });
  });

  it('does not wait for what nothing mends', () => {
    expect(judge([check('fence', crashing)])).toMatchObject({
      state: 'stuck',
      advice: { likely: 'fence crashes again and again.' },
    });
  });

  // Nine of these could be left out, and every test passed.
  it.each([
    'crash-loop',
    'image-pull',
    'container-config',
    'init-failed',
    'unschedulable',
    'pods-not-created',
    'sync-failed',
    'volume-missing',
    'quota-used-up',
    'certificate-not-renewed',
    'dns',
    'tls',
  ] as const)('says at once what to do about %s', cause => {
    const wrong = check('fence', { status: 'degraded', cause, reason: 'x' });
    expect(judge([wrong])).toMatchObject({
      state: 'stuck',
      advice: { likely: 'fence x.', fix: adviseOn(cause, 'fence') },
    });
    expect(adviseOn(cause, 'fence')).not.toBe('');
  });

  it('does not tell anybody to wait for a round when it is late', () => {
    const late = { forMs: 21 * MINUTE_MS, unknownIsFine: true };
    expect(judge([check('etl', unasked)], late)).toMatchObject({
      state: 'stuck',
      advice: {
        likely: 'etl was not asked yet.',
        fix: expect.stringContaining('Refresh the health card'),
      },
    });
  });

  it('has advice about what is late whatever its cause', () => {
    const hidden = { status: 'unknown', cause: 'not-visible' } as const;
    expect(
      judge([check('fence', { ...hidden, reason: 'cannot be judged' })], {
        forMs: 21 * MINUTE_MS,
      }),
    ).toMatchObject({
      state: 'stuck',
      advice: {
        likely: 'fence cannot be judged.',
        fix: expect.stringMatching(/\S/),
      },
    });
  });

  it('names first what nothing mends', () => {
    const checks = [check('arborist', short), check('sheepdog', crashing)];
    expect(judge(checks).evidence.slice(1)).toEqual([
      'sheepdog crashes again and again',
      'arborist has 0 of 1 pods ready',
    ]);
  });

  it('waits for what was not asked, unless that may be so', () => {
    const checks = [check('fence'), check('etl', unasked)];
    expect(judge(checks).state).toBe('running');
    expect(judge(checks, { unknownIsFine: true }).state).toBe('done');
  });

  it('is not done when nothing at all is up', () => {
    const checks = [check('etl', unasked)];
    expect(judge(checks, { unknownIsFine: true }).state).toBe('running');
  });

  it('shows no more than eight', () => {
    const checks = Array.from({ length: 12 }, (_, at) =>
      check(`service-${at}`, short),
    );
    expect(judge(checks).evidence).toHaveLength(9);
  });

  it('names a check that is of no service by what it asks', () => {
    const argocd = check('x', { ...short, checkId: 'inside:argocd' });
    const checks = [{ ...argocd, service: undefined }];
    expect(judge(checks).evidence[1]).toBe('Argo CD has 0 of 1 pods ready');
  });
});
