import { planReplicas } from '../../faults/planReplicas';
import { later } from '../timestamps';
import { countPods } from './countPods';
import { playRollout } from './playRollout';
import { Rollout, RolloutEvent, Template } from './types';

const START = new Date('2026-11-22T10:00:00Z');
const OLD: Template = { hash: 'old', image: 'fence:1' };
const NEW: Template = { hash: 'new', image: 'fence:2' };

/** So many seconds after the start. */
const at = (seconds: number) => later(START, seconds * 1000);

/** Plays a Deployment whose pods take ten seconds to get ready. */
function play(desired: number, ...events: RolloutEvent[]): Rollout {
  return playRollout(
    { template: OLD, at: START, desired, events },
    () => 10_000,
  );
}

/** How many pods are there, are new, and are ready, after so many seconds. */
function counts(rollout: Rollout, seconds: number): string {
  const { present, updated, ready } = countPods(rollout, at(seconds));
  return `${present} there, ${updated} new, ${ready} ready`;
}

const toNew: RolloutEvent = { kind: 'template', at: at(100), template: NEW };

const crash = (seconds: number, more: object = {}): RolloutEvent => ({
  kind: 'fault',
  at: at(seconds),
  plan: usual => planReplicas({ crashLoop: true, ...more }, usual),
});

it('is complete when its first pods are ready', () => {
  const rollout = play(2);

  expect(rollout.completedAt).toEqual(at(10));
  expect(counts(rollout, 5)).toBe('2 there, 2 new, 0 ready');
  expect(counts(rollout, 10)).toBe('2 there, 2 new, 2 ready');
});

it('replaces pods one after the other, and never has less than wanted', () => {
  const rollout = play(3, toNew);

  expect([100, 110, 120, 130].map(time => counts(rollout, time))).toEqual([
    '4 there, 1 new, 3 ready',
    '4 there, 2 new, 3 ready',
    '4 there, 3 new, 3 ready',
    '3 there, 3 new, 3 ready',
  ]);
  expect(rollout.completedAt).toEqual(at(130));
});

it('goes on from where it is when it is scaled amid a rollout', () => {
  const rollout = play(2, toNew, { kind: 'scale', at: at(115), replicas: 4 });

  expect(counts(rollout, 115)).toBe('5 there, 4 new, 2 ready');
  expect(counts(rollout, 130)).toBe('4 there, 4 new, 4 ready');
  expect(rollout.generation).toBe(3);
});

it('has nothing to roll out when it is scaled to nothing', () => {
  const none: RolloutEvent = { kind: 'scale', at: at(50), replicas: 0 };

  expect(counts(play(2, none, toNew), 100)).toBe('0 there, 0 new, 0 ready');
});

it('brings back the ReplicaSet of a template that comes again, with pods of other names', () => {
  const back: RolloutEvent = { kind: 'template', at: at(200), template: OLD };
  const { revisions, pods } = play(1, toNew, back);

  expect(revisions.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(pods.map(({ template, slot }) => `${template.hash} ${slot}`)).toEqual([
    'old 0',
    'new 0',
    'old 1',
  ]);
});

it('hangs at a pod that never gets ready, while the others serve', () => {
  const rollout = play(2, toNew, crash(115));

  expect(counts(rollout, 1000)).toBe('3 there, 2 new, 2 ready');
  expect(rollout.completedAt).toBeUndefined();
});

it('hits all that are there when nothing is being rolled out, as if for long', () => {
  const rollout = play(1, crash(100));

  expect(counts(rollout, 100)).toBe('1 there, 1 new, 0 ready');
  expect(rollout.completedAt).toEqual(at(10));
});

it('leaves as many as a fault spares', () => {
  expect(counts(play(1, crash(100, { replicas: 3 })), 100)).toBe(
    '3 there, 3 new, 2 ready',
  );
});

it('does not get over a fault by a restart', () => {
  expect(counts(play(1, crash(50), toNew), 1000)).toBe(
    '2 there, 1 new, 0 ready',
  );
});

it('is scaled up again after a fault had scaled it to nothing', () => {
  const rollout = play(
    1,
    {
      kind: 'fault',
      at: at(50),
      plan: usual => planReplicas({ scaledToZero: true }, usual),
    },
    { kind: 'scale', at: at(60), replicas: 1 },
  );

  expect(counts(rollout, 55)).toBe('0 there, 0 new, 0 ready');
  expect(counts(rollout, 70)).toBe('1 there, 1 new, 1 ready');
});

it('makes another pod in place of one that is deleted', () => {
  const rollout = play(1, {
    kind: 'deletePod',
    at: at(50),
    isMeant: ({ slot }) => slot === 0,
    graceMs: 3000,
  });

  expect(counts(rollout, 50)).toBe('1 there, 1 new, 0 ready');
  expect(counts(rollout, 60)).toBe('1 there, 1 new, 1 ready');
});
