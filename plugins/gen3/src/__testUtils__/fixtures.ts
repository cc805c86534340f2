import {
  CommonsHealthResponse,
  FleetPage,
  FleetRow,
  FleetSummary,
  SourcesResponse,
  SourceStatus,
} from '@gen3-csoc/backstage-plugin-gen3-common';

const MINUTE = 60_000;

/** An instant so many minutes ago; half a minute more keeps its age in words steady while a test runs. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - (minutes + 0.5) * MINUTE).toISOString();
}

/** A healthy commons, changed by `change`. */
export function fleetRow(change: Partial<FleetRow> = {}): FleetRow {
  const hostname = change.hostname ?? 'kidney.example';
  return {
    entityRef: `system:default/${hostname}`,
    namespace: 'default',
    name: hostname,
    hostname,
    title: hostname,
    status: 'up',
    reason: '',
    cause: 'ok',
    since: minutesAgo(60 * 24 * 31),
    score: 100,
    journeys: {
      login: 'up',
      search: 'up',
      download: 'up',
      submit: 'up',
      workspace: 'unknown',
    },
    release: '2026.07',
    behind: false,
    tier: 'production',
    owner: 'group:default/kidney-team',
    source: 'demo-gitops',
    relationship: 'managed',
    probing: 'on',
    checkedAt: minutesAgo(1),
    stale: false,
    ...change,
  };
}

/** A commons whose log-in is down. */
export const downRow = fleetRow({
  hostname: 'heart.example',
  status: 'down',
  reason: 'Log-in: fence answers 500',
  cause: 'http-status',
  since: minutesAgo(4),
  score: 41,
  journeys: { login: 'down', search: 'up', submit: 'down' },
  release: '2026.06',
  behind: true,
  meshRole: 'hub',
});

/** One page with these commons. */
export function fleetPage(
  items: FleetRow[],
  change: Partial<FleetPage> = {},
): FleetPage {
  return {
    items,
    totalItems: items.length,
    asOf: minutesAgo(0),
    ...change,
  };
}

/** Counts of a fleet of two. */
export function fleetSummary(change: Partial<FleetSummary> = {}): FleetSummary {
  return {
    total: 2,
    byStatus: { down: 1, degraded: 0, unknown: 0, maintenance: 0, up: 1 },
    byRelease: [{ value: '2026.07', count: 2 }],
    bySource: [{ value: 'demo-gitops', count: 2 }],
    byTier: [
      { value: 'production', count: 1 },
      { value: 'staging', count: 1 },
    ],
    byOwner: [],
    byMesh: [],
    byCause: [{ value: 'http-status', count: 1 }],
    checkedAt: minutesAgo(1),
    asOf: minutesAgo(0),
    ...change,
  };
}

type Health = CommonsHealthResponse['health'];

/** A healthy commons with one service, changed by `health` and `change`. */
export function commonsHealth(
  health: Partial<Health> = {},
  change: Partial<CommonsHealthResponse> = {},
): CommonsHealthResponse {
  return {
    entityRef: 'system:default/heart.example',
    hostname: 'heart.example',
    title: 'Heart',
    probing: 'on',
    intervalMs: MINUTE,
    asOf: minutesAgo(0),
    health: {
      status: 'up',
      headline: 'Everything that was asked answers as it should.',
      cause: 'ok',
      affected: '',
      advice: '',
      since: minutesAgo(600),
      score: { value: 100, reasons: [] },
      journeys: [
        {
          id: 'login',
          title: 'Log in',
          status: 'up',
          reason: 'Log in works',
          because: [],
        },
      ],
      services: [service()],
      checkedAt: minutesAgo(1),
      stale: false,
      ...health,
    },
    checks: [],
    layers: [
      { id: 'outside', state: 'connected', at: minutesAgo(1) },
      { id: 'inside', state: 'missing', hint: 'connect its cluster' },
    ],
    refreshing: false,
    transitions: [],
    ...change,
  };
}

/** A healthy fence. */
export function service(
  change: Partial<Health['services'][number]> = {},
): Health['services'][number] {
  return {
    name: 'fence',
    title: 'Fence',
    critical: true,
    status: 'up',
    cause: 'ok',
    reason: 'fence answers as it should',
    layers: [],
    journeys: ['login'],
    imageTag: '2026.07',
    ...change,
  };
}

/** A source that was read a minute ago. */
export function source(change: Partial<SourceStatus> = {}): SourceStatus {
  return {
    id: 'demo-gitops',
    type: 'gitops',
    target: 'https://git.example/gitops',
    relationship: 'managed',
    state: 'ok',
    running: false,
    lastTryAt: minutesAgo(1),
    lastGoodAt: minutesAgo(1),
    commit: 'a1b2c3d4e5f6',
    counts: { commons: 12, services: 163, clusters: 2, quarantined: 0 },
    quarantined: [],
    findings: [],
    ...change,
  };
}

/** These sources. */
export function sourcesResponse(items: SourceStatus[]): SourcesResponse {
  return { items, asOf: minutesAgo(0) };
}
