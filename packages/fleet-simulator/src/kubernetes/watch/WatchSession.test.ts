import { z } from 'zod';
import {
  createClusterCommons,
  createClusters,
} from '../../__testUtils__/askCluster';
import { FaultTable } from '../../faults/FaultTable';
import { Fleet } from '../../fleet/Fleet';
import { KubernetesParts } from '../KubernetesParts';
import { findResource } from '../resources';
import { viewCluster, viewClusterAt } from '../views';
import { takeListing } from './compareListings';
import { isWatch, readWatchQuery } from './readWatchQuery';
import { WatchLines, WatchSession } from './WatchSession';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
const START_MS = Date.parse('2026-11-22T10:07:00Z');

const eventSchema = z.object({
  type: z.string(),
  object: z.looseObject({
    kind: z.string(),
    metadata: z.looseObject({ name: z.string().optional() }),
  }),
});

/** A cluster whose clock only goes on when it is told to. */
function createWatched() {
  let now = new Date(START_MS);
  const clock = () => now;
  const commons = createClusterCommons({ services: ['revproxy', 'fence'] });
  const parts: KubernetesParts = {
    ...createClusters(),
    fleet: Fleet.create([commons], { now: clock }),
    faults: FaultTable.create({ now: clock }),
    now: clock,
  };
  const watch = (query: string, accept = 'application/json') =>
    openWatch(parts, query, accept);
  return {
    parts,
    commons,
    watch,
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds);
    },
    breakFence: () =>
      parts.faults.set({
        hostname: 'heart.example',
        service: 'fence',
        fault: { crashLoop: true },
      }),
  };
}

/** Watches Deployments; what it returns tells the next events. */
function openWatch(parts: KubernetesParts, query: string, accept: string) {
  const kind = findResource('1.35', {
    group: 'apps',
    version: 'v1',
    plural: 'deployments',
  });
  if (!kind) {
    throw new Error('There are no Deployments');
  }
  const read = readWatchQuery('organprod', kind, 'heart', {
    method: 'GET',
    path: '',
    target: '',
    query: new URLSearchParams(query),
    header: () => accept,
    cookie: () => undefined,
  });
  if (!('watch' in read)) {
    throw new Error(read.body);
  }
  const session = WatchSession.open({
    request: read.watch,
    now: parts.now(),
    listingAt: time => {
      const view = viewClusterAt(parts, 'organprod', time);
      return view && takeListing(view, kind, 'heart');
    },
  });
  return () => {
    const view = viewCluster(parts, 'organprod');
    if (!view) {
      throw new Error('There is no cluster');
    }
    return readLines(session.advance(view, takeListing(view, kind, 'heart')));
  };
}

function readLines({ lines, isOver }: WatchLines) {
  const events = lines.map(line => eventSchema.parse(JSON.parse(line)));
  return {
    events,
    isOver,
    told: events.map(
      ({ type, object }) => `${type} ${object.metadata.name ?? ''}`,
    ),
  };
}

const ALL = [
  'ADDED fence-deployment',
  'ADDED presigned-url-fence-deployment',
  'ADDED revproxy-deployment',
];

it.each([
  ['watch=true', true],
  ['watch=1', true],
  ['watch=false', false],
  ['', false],
])('"%s" wants to watch: %s', (query, expected) => {
  expect(isWatch({ query: new URLSearchParams(query) })).toBe(expected);
});

it.each(['', 'resourceVersion=0', 'sendInitialEvents=true'])(
  'tells first what there is, with "%s"',
  query => {
    const next = createWatched().watch(query);

    expect(next().told).toEqual(ALL);
    expect(next().told).toEqual([]);
  },
);

it('tells of changes, and not of time that passes', () => {
  const { watch, pass, breakFence, parts } = createWatched();
  const next = watch(`resourceVersion=${START_MS}`);
  pass(500);
  expect(next().told).toEqual([]);

  breakFence();
  pass(500);
  expect(next().told).toEqual(['MODIFIED fence-deployment']);
  pass(500);
  expect(next().told).toEqual([]);

  parts.faults.clear();
  pass(500);
  expect(next().told).toEqual(['MODIFIED fence-deployment']);
});

it('tells what came and went with the commons', () => {
  const { watch, pass, parts, commons } = createWatched();
  const next = watch(`resourceVersion=${START_MS}`);
  pass(500);
  parts.fleet.replace([
    { ...commons, services: new Map([['fence', '2026.10']]) },
  ]);
  expect(next().told).toEqual(['DELETED revproxy-deployment']);
  pass(500);
  parts.fleet.replace([commons]);

  expect(next().told).toEqual(['ADDED revproxy-deployment']);
});

// What changes between a list and the watch that goes on from it must not be missed.
it('tells what changed since the resourceVersion, before anybody watched', () => {
  const { watch, pass, breakFence } = createWatched();
  pass(1);
  breakFence();
  pass(60_000);

  expect(watch(`resourceVersion=${START_MS}`)().told).toEqual([
    'MODIFIED fence-deployment',
  ]);
  expect(watch(`resourceVersion=${START_MS + 2}`)().told).toEqual([]);
});

it('gives changes increasing resourceVersions, from which a watch can go on', () => {
  const { watch, pass, parts, commons } = createWatched();
  const next = watch(`resourceVersion=${START_MS}`);
  pass(400);
  parts.fleet.replace([{ ...commons, services: new Map() }]);
  pass(100);
  const versions = next().events.map(
    ({ object }) => object.metadata.resourceVersion,
  );
  pass(500);

  expect(versions).toEqual([
    String(START_MS + 1),
    String(START_MS + 2),
    String(START_MS + 500),
  ]);
  expect(watch(`resourceVersion=${versions[0]}`)().told).toHaveLength(3);
  expect(watch(`resourceVersion=${versions[2]}`)().told).toEqual([]);
});

it.each([
  ['older than five minutes', 5 * 60_000 + 1, START_MS],
  [
    'from before the simulator started',
    60_000,
    Date.parse('2026-11-22T08:59:00Z'),
  ],
])('a resourceVersion %s is gone', (_label, passed, version) => {
  const { watch, pass } = createWatched();
  pass(passed);
  const { events, isOver } = watch(`resourceVersion=${version}`)();

  expect(isOver).toBe(true);
  expect(events).toEqual([
    {
      type: 'ERROR',
      object: expect.objectContaining({
        kind: 'Status',
        status: 'Failure',
        reason: 'Expired',
        code: 410,
        message: expect.stringContaining(
          `too old resource version: ${version} (`,
        ),
      }),
    },
  ]);
});

it('a resourceVersion is gone after too many changes', () => {
  const { watch, pass, breakFence } = createWatched();
  pass(1);
  for (let change = 0; change <= 100; change += 1) {
    breakFence();
  }
  pass(1);

  expect(watch(`resourceVersion=${START_MS}`)().isOver).toBe(true);
});

it('takes what no longer is selected for deleted', () => {
  const { watch, pass, parts, commons } = createWatched();
  const next = watch(
    `resourceVersion=${START_MS}&labelSelector=release%3Dproduction&fieldSelector=metadata.name%3Dfence-deployment`,
  );
  pass(500);
  parts.fleet.replace([{ ...commons, services: new Map() }]);

  expect(next().told).toEqual(['DELETED fence-deployment']);
});

it('sends bookmarks to who wants them: each minute, and at the end', () => {
  const { watch, pass } = createWatched();
  const query = `resourceVersion=${START_MS}&timeoutSeconds=90`;
  const next = watch(`${query}&allowWatchBookmarks=true`);
  const without = watch(query);
  pass(59_000);
  expect(next().events).toEqual([]);
  pass(1000);

  expect(next().events).toEqual([
    {
      type: 'BOOKMARK',
      object: {
        kind: 'Deployment',
        apiVersion: 'apps/v1',
        metadata: { resourceVersion: String(START_MS + 60_000) },
      },
    },
  ]);
  pass(30_000);
  expect(next()).toMatchObject({ told: ['BOOKMARK '], isOver: true });
  expect(without()).toMatchObject({ told: [], isOver: true });
});

it('marks where the objects that were there at the start end', () => {
  const next = createWatched().watch(
    'sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan',
  );
  const { events, told } = next();

  expect(told).toEqual([...ALL, 'BOOKMARK ']);
  expect(events[3].object.metadata.annotations).toEqual({
    'k8s.io/initial-events-end': 'true',
  });
});

it('tells in tables', () => {
  const next = createWatched().watch(
    'fieldSelector=metadata.name%3Dfence-deployment&allowWatchBookmarks=true&sendInitialEvents=true',
    TABLE,
  );
  const { events } = next();

  expect(events).toMatchObject([
    {
      type: 'ADDED',
      object: {
        kind: 'Table',
        rows: [
          {
            cells: expect.arrayContaining(['fence-deployment', '1/1']),
            object: { kind: 'PartialObjectMetadata' },
          },
        ],
      },
    },
    { type: 'BOOKMARK', object: { kind: 'Table', rows: [{ cells: [] }] } },
  ]);
});
