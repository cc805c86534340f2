import { ConfigReader } from '@backstage/config';
import {
  type CheckResult,
  type CheckState,
  createServiceRegistry,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { readHealthConfig } from '../config/readHealthConfig';
import type { ClaimedCommons } from './RoundStore';
import { settleRound } from './settleRound';

const config = readHealthConfig(new ConfigReader({}));
const registry = createServiceRegistry();
const START = Date.parse('2026-11-22T10:00:00.000Z');
const { intervalMs } = config;

type Facts = Pick<CheckResult, 'outcome' | 'cause'>;

const UP: Facts = { outcome: 'up', cause: 'ok' };
const CANCELLED: Facts = { outcome: 'unknown', cause: 'cancelled' };
const REFUSED: Facts = { outcome: 'down', cause: 'unreachable' };
const UNREADABLE: Facts = { outcome: 'unknown', cause: 'unreachable' };
const EXCUSED: Facts = { outcome: 'unknown', cause: 'timeout' };
const BLOCKED: Facts = { outcome: 'unknown', cause: 'blocked' };

const isWhole = (name: string) => name === 'tls' || name.includes(':');

/** A commons with fence and indexd that is asked round after round, one an interval. */
function createCommons(target: Partial<ClaimedCommons['target']> = {}) {
  let states: CheckState[] = [];
  let now = START;
  let claimed: ClaimedCommons = {
    target: {
      entityRef: 'system:default/heart.example',
      hostname: 'heart.example',
      baseUrl: 'https://heart.example',
      services: ['fence', 'indexd'],
      frontendRoot: 'portal',
      ...target,
    },
    claimedAt: now,
    goneRounds: 0,
    confirmations: 0,
    regularCheckAt: now + intervalMs,
    status: 'unknown',
  };
  return {
    round(found: Record<string, Facts>, facts: Partial<ClaimedCommons> = {}) {
      const results = Object.entries(found).map(
        ([name, { outcome, cause }]) => ({
          checkId: isWhole(name) ? name : `http:${name}`,
          service: isWhole(name) ? undefined : name,
          outcome,
          cause,
          reason: 'was asked by a test',
          evidence: {},
          checkedAt: new Date(now).toISOString(),
        }),
      );
      const { round } = settleRound({
        claimed: { ...claimed, claimedAt: now, ...facts },
        states,
        results,
        registry,
        config,
        now,
      });
      const { status, since, checkedAt, goneRounds } = round;
      claimed = { ...claimed, status, since, checkedAt, goneRounds };
      states = round.states;
      now += intervalMs;
      return round;
    },
  };
}

describe('settleRound', () => {
  it('leaves what a round did not come to as it was, to grow old', () => {
    // It got a fresh result that asked nothing, and so it never grew old.
    const commons = createCommons();
    commons.round({ fence: UP, indexd: UP });
    const { states, checkedAt, error } = commons.round({
      fence: UP,
      indexd: CANCELLED,
    });
    expect(
      states.map(({ checkId, last }) => [checkId, last.checkedAt]),
    ).toEqual([
      ['http:indexd', new Date(START).toISOString()],
      ['http:fence', new Date(START + intervalMs).toISOString()],
    ]);
    expect(checkedAt).toBe(START + intervalMs);
    expect(error).toContain('1 of 2 checks had no turn');
  });

  it('keeps the whole picture, and its age, when a round asked nothing', () => {
    const commons = createCommons();
    const before = commons.round({ fence: UP, indexd: UP });
    for (let i = 0; i < 5; i += 1) {
      const after = commons.round({ fence: CANCELLED, indexd: CANCELLED });
      expect(after).toMatchObject({
        states: before.states,
        status: 'up',
        since: START,
        score: 100,
        checkedAt: START,
        transitions: [],
      });
      expect(after.error).toContain('2 of 2 checks had no turn');
    }
  });

  it('does not keep the inside green when rounds never come to it', () => {
    // It was green for ever, because only the age of the outside was looked at.
    const commons = createCommons({
      kubernetes: { cluster: 'east', namespace: 'heart' },
    });
    const nothing = { fence: UP, 'inside:argocd': CANCELLED };
    expect(commons.round(nothing).inside).toMatchObject({
      status: 'unknown',
      cause: 'never-asked',
    });
    expect(commons.round({ ...nothing, 'inside:argocd': UP }).inside).toEqual({
      status: 'up',
      cause: 'ok',
      causes: [],
    });
    for (let i = 0; i < 3; i += 1) {
      expect(commons.round(nothing).inside?.status).toBe('up');
    }
    expect(commons.round(nothing).inside).toMatchObject({
      status: 'unknown',
      cause: 'stale',
    });
  });

  it('does not say that a commons was asked when it never was', () => {
    const commons = createCommons();
    const nothing = commons.round({ fence: CANCELLED, indexd: CANCELLED });
    expect(nothing).toMatchObject({
      states: [],
      status: 'unknown',
      cause: 'never-asked',
      checkedAt: undefined,
      transitions: [],
    });
    const first = commons.round({ fence: UP, indexd: UP });
    expect(first.transitions.map(({ subject, to }) => [subject, to])).toEqual([
      ['commons', 'up'],
    ]);
  });

  it('forgets the checks of services that are gone, in rounds that ask everything', () => {
    const commons = createCommons();
    commons.round({ fence: UP, indexd: UP });
    const idsAfter = (
      found: Record<string, Facts>,
      facts?: Partial<ClaimedCommons>,
    ) => commons.round(found, facts).states.map(({ checkId }) => checkId);
    expect(idsAfter({ fence: UP }, { confirmations: 1 })).toEqual([
      'http:indexd',
      'http:fence',
    ]);
    expect(idsAfter({ fence: CANCELLED })).toEqual(['http:fence']);
  });

  // Excused timeouts and a name server of the portal's own that is silent made hosts gone that nobody had tried.
  it.each<[string, Record<string, Facts>, number]>([
    [
      'counts when a service could not be reached',
      { fence: REFUSED, tls: UNREADABLE },
      4,
    ],
    [
      'counts when the rest had no turn',
      { fence: REFUSED, indexd: CANCELLED },
      4,
    ],
    [
      'does not count when all is excused',
      { fence: EXCUSED, tls: UNREADABLE },
      3,
    ],
    ['does not count when nothing was asked', { fence: CANCELLED }, 3],
    [
      'is the end of it when anything answers',
      { fence: REFUSED, indexd: UP },
      0,
    ],
    [
      'is the end of it when a firewall answers',
      { fence: BLOCKED, tls: UNREADABLE },
      0,
    ],
  ])('a round without contact %s', (_label, found, expected) => {
    const { goneRounds } = createCommons().round(found, { goneRounds: 3 });
    expect(goneRounds).toBe(expected);
  });
});
