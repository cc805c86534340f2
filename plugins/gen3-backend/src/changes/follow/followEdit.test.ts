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
  login: { status: 'up', reason: 'log-in works' },
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

function statesOf(sight: LaunchSight): Record<string, string> {
  return Object.fromEntries(
    followEdit(sight).map(({ id, state }) => [id, state]),
  );
}

const endOf = (sight: LaunchSight) =>
  endOfLaunch({
    steps: followEdit(sight),
    before: sight.before,
    mergedAt: MERGED_AT,
    now: sight.now,
    needsAnswer: false,
  })?.state;

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
    const before = [
      {
        id: 'discovered' as const,
        state: 'running' as const,
        since: MERGED_AT,
        evidence: [],
        advice: undefined,
      },
    ];
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
    expect(endOf(sight)).toBe('succeeded');
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
      login: undefined,
    };
    expect(endOf(see(scale, { commons: blind, now: MERGED_AT }))).toBe(
      'succeeded',
    );
  });
});
