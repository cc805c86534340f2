import {
  createServiceRegistry,
  rollUpCommons,
  settle,
  type CheckResult,
  type CheckState,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { transitionsOf, type Picture } from './transitionsOf';

const AT = '2026-11-22T10:00:00.000Z';

function stateOf(
  checkId: string,
  outcome: 'up' | 'down',
  facts: Partial<CheckResult> = {},
): CheckState {
  return settle(
    undefined,
    {
      checkId,
      outcome,
      cause: outcome === 'up' ? 'ok' : 'http-status',
      reason: outcome === 'up' ? 'answers as it should' : 'answers 500',
      evidence: {},
      checkedAt: AT,
      ...facts,
    },
    { failuresToDown: 1, successesToUp: 1 },
  );
}

function pictureOf(fence: 'up' | 'down', tls: 'up' | 'down' = 'up'): Picture {
  const checks = [
    stateOf('http:fence', fence, { service: 'fence' }),
    stateOf('http:indexd', 'up', { service: 'indexd' }),
    stateOf('tls', tls, tls === 'up' ? {} : { cause: 'tls' }),
  ];
  const health = rollUpCommons({
    hostname: 'heart.example',
    probing: 'on',
    services: ['fence', 'indexd'],
    checks,
    registry: createServiceRegistry(),
    now: new Date(AT),
    intervalMs: 60_000,
  });
  return { health, checks };
}

const subjects = (before: Picture | undefined, after: Picture) =>
  transitionsOf(before, after).map(({ subject }) => subject);

describe('transitionsOf', () => {
  it('is one transition of the commons the first time', () => {
    expect(transitionsOf(undefined, pictureOf('down'))).toEqual([
      expect.objectContaining({
        subject: 'commons',
        from: undefined,
        to: 'down',
        cause: 'http-status',
      }),
    ]);
  });

  it('is nothing when nothing changed', () => {
    expect(transitionsOf(pictureOf('down'), pictureOf('down'))).toEqual([]);
  });

  it('names the commons, the service and the journeys that changed', () => {
    const changes = transitionsOf(pictureOf('up'), pictureOf('down'));
    expect(changes).toContainEqual({
      subject: 'service:fence',
      from: 'up',
      to: 'down',
      cause: 'http-status',
      reason: expect.stringContaining('fence answers 500'),
    });
    expect(changes).toContainEqual(
      expect.objectContaining({
        subject: 'journey:login',
        cause: 'http-status',
      }),
    );
    expect(changes.map(({ subject }) => subject)).not.toContain(
      'check:http:fence',
    );
    expect(changes.map(({ subject }) => subject)).not.toContain(
      'service:indexd',
    );
  });

  it('names a check only when it is about no service', () => {
    expect(subjects(pictureOf('up'), pictureOf('up', 'down'))).toEqual(
      expect.arrayContaining(['commons', 'check:tls']),
    );
  });
});
