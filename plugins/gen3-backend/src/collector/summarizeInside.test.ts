import {
  type Cause,
  type CheckState,
  createServiceRegistry,
  gen3ServiceSchema,
  type Outcome,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { summarizeInside } from './summarizeInside';

const NOW = new Date('2026-11-28T10:00:00.000Z');
const INTERVAL_MS = 60_000;
const LATE = 'needs usersync, whose last success was 6 h ago (*/30 * * * *)';

function state(
  checkId: string,
  outcome: Outcome,
  cause: Cause,
  facts: { reason?: string; minutesAgo?: number } = {},
): CheckState {
  const { reason = 'says so', minutesAgo = 0 } = facts;
  const at = new Date(NOW.getTime() - minutesAgo * 60_000).toISOString();
  const service = checkId.split(':')[2];
  const result = { checkId, service, outcome, cause, reason };
  return {
    ...result,
    since: at,
    consecutiveFailures: 0,
    consecutiveSuccesses: 0,
    consecutiveUnknowns: 0,
    recent: [],
    last: { ...result, evidence: {}, checkedAt: at },
  };
}

const OUTSIDE = state('http:fence', 'down', 'http-status');
const ready = state('inside:deployments:fence', 'up', 'ok');
const crashing = state('inside:deployments:fence', 'degraded', 'crash-loop');
const late = state('inside:jobs:fence', 'degraded', 'job-late', {
  reason: LATE,
});
const hidden = state('inside:deployments:indexd', 'unknown', 'not-readable');
const unsynced = state('inside:argocd', 'degraded', 'out-of-sync');
const noArgo = state('inside:argocd', 'unknown', 'not-visible');
const silent = state('inside:argocd', 'unknown', 'argocd-silent');
const old = state('inside:deployments:fence', 'up', 'ok', { minutesAgo: 4 });

const summarize = (
  states: CheckState[],
  context: Partial<Parameters<typeof summarizeInside>[1]> = {},
) =>
  summarizeInside(states, {
    isPlaced: true,
    registry: createServiceRegistry(),
    time: { now: NOW, intervalMs: INTERVAL_MS },
    ...context,
  });

describe('summarizeInside', () => {
  it.each([
    [
      'takes the worst of the cluster, whatever users see',
      [OUTSIDE, ready, late],
      'degraded',
    ],
    ['is not green while something cannot be read', [ready, hidden], 'unknown'],
    ['says what is wrong before what is not known', [hidden, late], 'degraded'],
    ['is green without an Argo CD', [ready, noArgo], 'up'],
    // One that had stopped two days ago did.
    ['is not green when Argo CD does not tell', [ready, silent], 'unknown'],
    ['is not green when nothing tells', [noArgo], 'unknown'],
    // Rounds that never came to the inside left it green for ever.
    ['is not green when nobody confirmed it for long', [old], 'unknown'],
    ['is not green before it was asked', [OUTSIDE], 'unknown'],
  ])('%s', (_, states, status) => {
    expect(summarize(states)?.status).toBe(status);
  });

  it('is absent for a commons that only the outside is known of', () => {
    expect(summarize([OUTSIDE], { isPlaced: false })).toBeUndefined();
  });

  it.each([
    [
      'all that is wrong, worst first, and which job is late',
      [OUTSIDE, ready, hidden, unsynced, late],
      ['out-of-sync', 'job-late', 'job-late:usersync', 'not-readable'],
    ],
    [
      'each cause once',
      [crashing, { ...crashing, checkId: 'inside:deployments:arborist' }],
      ['crash-loop'],
    ],
    ['nothing that is well or is not there', [ready, noArgo], []],
    ['that Argo CD does not tell', [ready, silent], ['argocd-silent']],
    ['that nothing tells', [noArgo], ['not-visible']],
    ['that nobody asked for long', [old], ['stale']],
    ['that nobody asked yet', [], ['never-asked']],
  ])('names %s', (_, states, causes) => {
    expect(summarize(states)?.causes).toEqual(causes);
  });

  it('names what else a check found, until it tells nothing any more', () => {
    // An Application that was out of sync was not found by that when it was unhealthy, too.
    const further = (each: CheckState): CheckState => ({
      ...each,
      last: { ...each.last, furtherCauses: ['app-unhealthy', 'out-of-sync'] },
    });
    const failed = state('inside:argocd', 'degraded', 'sync-failed');
    expect(summarize([ready, further(failed)])?.causes).toEqual([
      'sync-failed',
      'app-unhealthy',
      'out-of-sync',
    ]);
    expect(summarize([further(silent)])?.causes).toEqual(['argocd-silent']);
    expect(summarize([further(ready)])?.causes).toEqual([]);
  });

  it('tells which of several jobs of a service is late by the reason that the cause came with', () => {
    const mine = gen3ServiceSchema.parse({
      name: 'mine',
      title: 'Mine',
      whyNoProbe: 'It works in the background.',
      jobs: ['nightly', 'hourly', 'yearly'].map(name => ({
        name,
        kind: 'CronJob',
        title: name,
        needed: name !== 'yearly',
      })),
    });
    const causesOf = (reason: string) =>
      summarize(
        [state('inside:jobs:mine', 'degraded', 'job-late', { reason })],
        {
          registry: createServiceRegistry({ custom: [mine] }),
        },
      )?.causes;
    expect(causesOf('needs hourly, whose last success was 3 h ago')).toEqual([
      'job-late',
      'job-late:hourly',
    ]);
    expect(causesOf('is late in words of another version')).toEqual([
      'job-late',
    ]);
  });
});
