import {
  createServiceRegistry,
  rollUpCommons,
  settle,
  type CheckResult,
  type CheckState,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { isNews } from './isNews';
import type { Picture } from './subjectsOf';
import { transitionsOf } from './transitionsOf';

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

function pictureOf(
  fence: 'up' | 'down',
  tls: 'up' | 'down' = 'up',
  facts: Partial<CheckResult> = {},
): Picture {
  const checks = [
    stateOf('http:fence', fence, { service: 'fence', ...facts }),
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

describe('isNews', () => {
  it('is what changes status or cause, or comes or goes', () => {
    const up = pictureOf('up');
    const down = pictureOf('down');
    expect(isNews(undefined, up)).toBe(true);
    expect(isNews(up, down)).toBe(true);
    expect(isNews(down, pictureOf('down', 'up', { cause: 'timeout' }))).toBe(
      true,
    );
    const [first, ...services] = down.health.services;
    expect(first.name).toBe('fence');
    expect(
      isNews(down, { ...down, health: { ...down.health, services } }),
    ).toBe(true);
  });

  it('is not an outage that goes on in other words', () => {
    const before = pictureOf('down');
    const after = pictureOf('down', 'up', { reason: 'answers 500 once more' });
    expect(after.health.headline).not.toBe(before.health.headline);
    expect(isNews(before, after)).toBe(false);
  });
});
