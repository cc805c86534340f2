import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  createServiceRegistry,
  sourceStatusSchema,
} from '@gen3-csoc/backstage-plugin-gen3-common';
import { readSourceConfigs } from '../config/readSourceConfigs';
import { SourceOverview } from '../store/SourceStore';
import { toSourceStatus } from './toSourceStatus';

const NOW = new Date('2026-11-22T10:05:00.000Z');

const status = (
  stored?: Partial<SourceOverview>,
  settings: JsonObject = {},
) => {
  const git = {
    type: 'gitops',
    url: 'https://me:secret@git.example/fleet',
    ...settings,
  };
  const [config] = readSourceConfigs(
    new ConfigReader({ catalog: { providers: { gen3: { git } } } }),
    { registry: createServiceRegistry() },
  );
  return toSourceStatus({
    config,
    stored: stored && { sourceId: 'git', ...stored },
    now: NOW,
  });
};

describe('toSourceStatus', () => {
  it('names the first clusters of a source of clusters', () => {
    const [config] = readSourceConfigs(
      new ConfigReader({
        kubernetes: { clusterLocatorMethods: [{ type: 'catalog' }] },
        catalog: {
          providers: {
            gen3: {
              live: {
                type: 'kubernetes',
                clusters: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
              },
            },
          },
        },
      }),
      { registry: createServiceRegistry() },
    );
    expect(
      toSourceStatus({ config, stored: undefined, now: NOW }),
    ).toMatchObject({
      type: 'kubernetes',
      target: 'a, b, c, d, e, and 2 more',
    });
  });

  it('shows a source that never ran, without the password of its URL', () => {
    const shown = status();
    expect(shown).toMatchObject({
      state: 'never-run',
      running: false,
      target: 'https://git.example/fleet',
      counts: { commons: 0, services: 0, clusters: 0, quarantined: 0 },
    });
    expect(sourceStatusSchema.parse(shown)).toBeDefined();
  });

  it('shows the commit alone, of a version that says more', () => {
    const version = 'abc123,master=abc123~beef';
    expect(status({ version }).commit).toBe('abc123');
  });

  it('says when it is read next, for a fixed interval only', () => {
    const lastTryAt = '2026-11-22T10:00:00.000Z';
    expect(status({ lastTryAt }).nextTryAt).toBe('2026-11-22T10:05:00.000Z');
    const schedule = {
      frequency: { cron: '0 * * * *' },
      timeout: { minutes: 1 },
    };
    expect(status({ lastTryAt }, { schedule }).nextTryAt).toBeUndefined();
  });

  it('does not take a run that nobody finished for one under way', () => {
    expect(status({ runningUntil: '2026-11-22T10:06:00.000Z' }).running).toBe(
      true,
    );
    expect(status({ runningUntil: '2026-11-22T10:04:00.000Z' }).running).toBe(
      false,
    );
  });

  it('shows what the last reading and the comparison of sources found, the worst first', () => {
    const finding = (severity: 'warning' | 'info', member: string) => ({
      severity,
      code: 'x',
      message: 'm',
      fix: 'f',
      member,
    });
    const counts = { commons: 9, services: 99, clusters: 2, quarantined: 120 };
    const shown = status({
      summary: {
        counts,
        quarantined: [],
        findings: [finding('info', 'a')],
        total: 300,
      },
      comparison: { findings: [finding('warning', 'b')], total: 5 },
    });
    expect(shown).toMatchObject({
      counts,
      findings: [{ member: 'b' }, { member: 'a' }],
      totals: { quarantined: 120, findings: 305 },
    });
  });
});
