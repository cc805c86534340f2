import type { ChangeRequest } from '@gen3-csoc/backstage-plugin-gen3-common';
import { launchRecord, TOMAS } from '../__testUtils__/changeRecords';
import { endOfLaunch } from './endOfLaunch';
import { followEdit } from './followEdit';
import type { LaunchSight, SightedCheck, SightedCommons } from './LaunchSight';

const MINUTE_MS = 60_000;
const MERGED_AT = 1_000 * MINUTE_MS;
const RECONCILIATION_MS = 180_000;
const LATER = MERGED_AT + 240_000;

const hostname = 'heart.example.org';

const upgrade: ChangeRequest = {
  kind: 'upgrade',
  hostname,
  release: '2026.11',
  imageTags: {},
};
const maintenance: ChangeRequest = {
  kind: 'maintenance',
  hostname,
  mode: 'on',
};
const scale: ChangeRequest = {
  kind: 'scale',
  hostname,
  replicas: { fence: 0 },
};
const remove: ChangeRequest = {
  kind: 'retire',
  hostname,
  step: 'remove',
  confirm: hostname,
};

function check(
  checkId: string,
  given: Partial<SightedCheck> = {},
): SightedCheck {
  return {
    checkId,
    layer: checkId.startsWith('inside:') ? 'inside' : 'outside',
    status: 'up',
    cause: 'ok',
    reason: 'answers',
    checkedAt: LATER,
    ...given,
  };
}

const commons: SightedCommons = {
  probing: 'on',
  release: '2026.11',
  hasCluster: true,
  checks: [
    check('inside:argocd'),
    check('inside:deployments:fence', { service: 'fence' }),
    check('inside:jobs:fence', { service: 'fence' }),
    check('portal'),
  ],
  loginSince: () => ({ status: 'up', reason: 'log-in works', because: [] }),
};

function see(
  request: ChangeRequest,
  given: Partial<LaunchSight> = {},
): LaunchSight {
  return {
    now: LATER,
    record: launchRecord({
      kind: request.kind,
      request,
      state: 'merged',
      mergeCommit: 'd'.repeat(40),
      updatedAt: MERGED_AT,
    }),
    approvedBy: [TOMAS],
    commons,
    reconciliationMs: RECONCILIATION_MS,
    before: [],
    ...given,
  };
}

/** A step that runs since the merge. */
function running(id: 'discovered' | 'synced'): LaunchSight['before'][number] {
  const since = MERGED_AT;
  return { id, state: 'running', since, evidence: [], advice: undefined };
}

function statesOf(sight: LaunchSight): Record<string, string> {
  return Object.fromEntries(
    followEdit(sight).map(({ id, state }) => [id, state]),
  );
}

const endingOf = (sight: LaunchSight) =>
  endOfLaunch({
    steps: followEdit(sight),
    before: sight.before,
    mergedAt: MERGED_AT,
    now: sight.now,
    needsAnswer: false,
  });

const endOf = (sight: LaunchSight) => endingOf(sight)?.state;

describe('followEdit', () => {
  it('follows an upgrade until all of it is seen', () => {
    expect(statesOf(see(upgrade))).toEqual({
      proposed: 'done',
      checks: 'done',
      merged: 'done',
      discovered: 'done',
      synced: 'done',
      workloads: 'done',
      jobs: 'done',
      probes: 'done',
      login: 'done',
    });
    expect(endOf(see(upgrade))).toBe('succeeded');
  });

  it('takes nothing for done that was seen before Argo CD can have looked', () => {
    const early = see(upgrade, { now: LATER - 1 });
    expect(statesOf(early)).toMatchObject({
      synced: 'running',
      login: 'running',
    });
    expect(endOf(early)).toBeUndefined();
  });

  it('takes no check for done that was not asked again', () => {
    const old = {
      ...commons,
      checks: commons.checks.map(each => ({ ...each, checkedAt: MERGED_AT })),
    };
    expect(statesOf(see(upgrade, { commons: old }))).toMatchObject({
      synced: 'running',
      probes: 'running',
    });
  });

  it('is stuck when the catalog does not show the release after ten minutes', () => {
    const behind = { ...commons, release: '2026.10' };
    const before = [running('discovered')];
    const at = (minutes: number) =>
      statesOf(
        see(upgrade, {
          commons: behind,
          before,
          now: MERGED_AT + minutes * MINUTE_MS,
        }),
      ).discovered;
    expect([at(10), at(11)]).toEqual(['running', 'stuck']);
  });

  it('says what to do about a commons that the source does not find any more', () => {
    const at = (minutes: number) =>
      followEdit(
        see(upgrade, {
          commons: undefined,
          before: [running('synced')],
          now: MERGED_AT + minutes * MINUTE_MS,
        }),
      ).find(({ id }) => id === 'synced');
    expect(at(15)).toMatchObject({ state: 'running', advice: undefined });
    expect(at(16)).toMatchObject({
      state: 'stuck',
      evidence: ['The commons is not in the fleet'],
      advice: { fix: expect.stringContaining('Sources') },
    });
  });

  it('calls nothing late before Argo CD has had its time, however seldom it looks', () => {
    const hour = 60 * MINUTE_MS;
    const settled = MERGED_AT + (hour * 4) / 3;
    const at = (now: number) =>
      statesOf(
        see(upgrade, {
          reconciliationMs: hour,
          before: [running('synced')],
          commons,
          now,
        }),
      ).synced;
    expect([at(settled), at(settled + 16 * MINUTE_MS)]).toEqual([
      'running',
      'stuck',
    ]);
  });

  it('does not look for a release where single tags were asked for', () => {
    const single = { ...upgrade, imageTags: { fence: '13.3.0' } };
    expect(statesOf(see(single)).discovered).toBe('skipped');
  });

  it('is done with maintenance when the page is shown, whatever else is not up', () => {
    expect(statesOf(see(maintenance))).toMatchObject({ probes: 'running' });
    const shown = {
      ...commons,
      checks: [
        ...commons.checks,
        check('root', { status: 'maintenance', cause: 'maintenance' }),
      ],
    };
    const sight = see(maintenance, { commons: shown });
    expect(statesOf(sight)).toMatchObject({
      discovered: 'skipped',
      jobs: 'skipped',
      probes: 'done',
      login: 'skipped',
    });
    // It ended with "users can log in", which is what maintenance is for that they cannot.
    expect(endingOf(sight)).toEqual({
      state: 'succeeded',
      reason: 'All steps are done. Users see the maintenance page.',
    });
  });

  it('takes no log-in for done that was seen before Argo CD can have looked', () => {
    const seen: number[] = [];
    const asked: SightedCommons = {
      ...commons,
      loginSince: from => {
        seen.push(from);
        return { status: 'unknown', reason: 'not asked', because: ['fence'] };
      },
    };
    expect(statesOf(see(upgrade, { commons: asked })).login).toBe('running');
    expect(new Set(seen)).toEqual(new Set([LATER]));
  });

  it('waits for no log-in that the change itself switches off', () => {
    const loginWithout = (...because: string[]) =>
      statesOf(
        see(scale, {
          commons: {
            ...commons,
            loginSince: () => ({ status: 'down', reason: '503', because }),
          },
        }),
      ).login;
    expect(loginWithout('fence')).toBe('skipped');
    expect(loginWithout('arborist', 'fence')).toBe('running');
  });

  it('does not wait for pods of what was scaled to none', () => {
    const down = {
      ...commons,
      checks: [
        ...commons.checks,
        check('inside:deployments:indexd', { service: 'indexd' }),
        check('inside:deployments:fence', {
          service: 'fence',
          status: 'down',
          cause: 'pods-not-created',
        }),
      ],
    };
    expect(statesOf(see(scale, { commons: down })).workloads).toBe('done');
  });

  // It ended as failed after a day, and nobody could change the commons until then.
  it.each([
    ['inside:pods', 'crash-loop'],
    ['inside:volumes', 'volume-missing'],
    ['inside:ingress', 'no-ingress'],
    ['inside:ingress', 'certificate-not-renewed'],
  ] as const)('ends with %s that had trouble before: %s', (id, cause) => {
    const troubled = {
      ...commons,
      checks: [...commons.checks, check(id, { status: 'degraded', cause })],
    };
    expect(endOf(see(upgrade, { commons: troubled }))).toBe('succeeded');
  });

  it('ends a retirement when the source has let go of it', () => {
    expect(endOf(see(remove))).toBeUndefined();
    const gone = see(remove, { commons: undefined });
    expect(statesOf(gone)).toMatchObject({
      discovered: 'done',
      synced: 'skipped',
      login: 'skipped',
    });
    expect(endOf(gone)).toBe('succeeded');
  });

  it('ends what nobody can see with its merge', () => {
    const blind = {
      ...commons,
      probing: 'off' as const,
      hasCluster: false,
      checks: [],
      loginSince: () => undefined,
    };
    expect(endOf(see(scale, { commons: blind, now: MERGED_AT }))).toBe(
      'succeeded',
    );
  });
});
