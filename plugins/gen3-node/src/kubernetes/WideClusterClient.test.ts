import { ClusterClient, ClusterFailure, KindReading } from './ClusterClient';
import { KUBERNETES_KINDS } from './kinds';
import { parseItems } from './parseItems';
import { WideClusterClient } from './WideClusterClient';

const START = Date.parse('2026-11-28T10:00:00Z');
const NAMESPACES = ['brain', 'heart', 'kidney', 'lung', 'skin'];

/** Clusters with a pod in each namespace, and what they were asked; `refuse` says what fails. */
function createClient(
  refuse: (namespace: string | undefined) => ClusterFailure | undefined = () =>
    undefined,
) {
  const clock = { now: START };
  const asked: string[] = [];
  const client: ClusterClient = {
    async list(kind, { cluster, namespace }) {
      asked.push(`${cluster}/${namespace ?? '*'}/${kind}`);
      const readAt = new Date(clock.now).toISOString();
      const failure = refuse(namespace);
      if (failure) {
        return { state: 'failed', failure, detail: 'says so', readAt };
      }
      const places = namespace === undefined ? NAMESPACES : [namespace];
      const { items, odd } = parseItems(
        KUBERNETES_KINDS[kind],
        places.map(place => ({
          metadata: { name: `pod-of-${place}`, namespace: place },
        })),
      );
      return { state: 'read', items, odd, readAt };
    },
  };
  const wide = WideClusterClient.create({
    client,
    maxAgeMs: 20_000,
    now: () => clock.now,
  });
  const { signal } = new AbortController();
  const list = (namespace: string, cluster = 'east') =>
    wide.list('pods', { cluster, namespace }, { signal });
  const listAll = async () => {
    const readings = [];
    for (const namespace of NAMESPACES) {
      readings.push(await list(namespace)); // eslint-disable-line no-await-in-loop -- in this order
    }
    return readings;
  };
  return { wide, list, listAll, asked, clock };
}

const namesOf = (reading: KindReading<{ metadata: { name: string } }>) =>
  reading.state === 'read'
    ? reading.items.map(({ metadata }) => metadata.name)
    : reading.failure;

describe('WideClusterClient', () => {
  it('lists single namespaces while few are asked for', async () => {
    const { list, asked } = createClient();
    await list('heart');
    await list('heart');
    await list('lung');
    await list('skin');
    await list('brain', 'west');
    expect(asked).toEqual([
      'east/heart/pods',
      'east/heart/pods',
      'east/lung/pods',
      'east/skin/pods',
      'west/brain/pods',
    ]);
  });

  it('lists the whole cluster once for many, and gives to each what is its own', async () => {
    const { listAll, asked } = createClient();
    await listAll();
    asked.length = 0;
    expect((await listAll()).map(namesOf)).toEqual(
      NAMESPACES.map(namespace => [`pod-of-${namespace}`]),
    );
    expect(asked).toEqual([]);
  });

  it('reads it anew when it is too old', async () => {
    const { list, listAll, asked, clock } = createClient();
    await listAll();
    asked.length = 0;
    clock.now += 19_999;
    await list('heart');
    expect(asked).toEqual([]);
    clock.now += 1;
    await list('heart');
    expect(asked).toEqual(['east/*/pods']);
  });

  it('goes back to single namespaces when most are not asked for any more', async () => {
    const { list, listAll, asked, clock } = createClient();
    await listAll();
    asked.length = 0;
    clock.now += 120_001;
    await list('heart');
    expect(asked).toEqual(['east/heart/pods']);
  });

  it('lists single namespaces where only those can be listed, and tries again after five minutes', async () => {
    const { list, listAll, asked, clock } = createClient(namespace =>
      namespace === undefined ? 'forbidden' : undefined,
    );
    const readings = await listAll();
    expect(readings.map(namesOf).at(-1)).toEqual(['pod-of-skin']);
    expect(asked.filter(each => each === 'east/*/pods')).toHaveLength(1);
    clock.now += 5 * 60_000;
    await listAll();
    await list('heart');
    expect(asked.filter(each => each === 'east/*/pods')).toHaveLength(2);
  });

  // A 429 became one list for each namespace, for five minutes.
  it('does not ask a server that has too much to do for many lists instead of one, and asks again in the next round', async () => {
    const { listAll, asked, clock } = createClient(namespace =>
      namespace === undefined ? 'server-error' : undefined,
    );
    expect((await listAll()).map(namesOf).at(-1)).toBe('server-error');
    asked.length = 0;
    expect((await listAll()).map(namesOf)).toEqual(
      NAMESPACES.map(() => 'server-error'),
    );
    expect(asked).toEqual([]);
    clock.now += 20_000;
    await listAll();
    expect(asked).toEqual(['east/*/pods']);
  });

  it('tries again after a minute where it had no answer in time', async () => {
    const { listAll, asked, clock } = createClient(namespace =>
      namespace === undefined ? 'timeout' : undefined,
    );
    await listAll();
    clock.now += 59_999;
    await listAll();
    expect(asked.filter(each => each === 'east/*/pods')).toHaveLength(1);
    clock.now += 1;
    await listAll();
    expect(asked.filter(each => each === 'east/*/pods')).toHaveLength(2);
  });

  it('does not turn to single namespaces where the portal has no place: those would need more', async () => {
    const { listAll, asked } = createClient(namespace =>
      namespace === undefined ? 'no-place' : undefined,
    );
    expect((await listAll()).map(namesOf).at(-1)).toBe('no-place');
    expect(asked).not.toContain('east/skin/pods');
  });

  it('does not ask once more for a cluster that cannot be reached', async () => {
    const { listAll, asked } = createClient(() => 'unreachable');
    await listAll();
    asked.length = 0;
    expect((await listAll()).map(namesOf)).toEqual(
      NAMESPACES.map(() => 'unreachable'),
    );
    expect(asked).toEqual([]);
  });

  it('leaves to the client a caller that has given up', async () => {
    const { wide, listAll, asked } = createClient();
    await listAll();
    asked.length = 0;
    const place = { cluster: 'east', namespace: 'heart' };
    const signal = AbortSignal.abort();
    await wide.list('jobs', place, { signal });
    expect(asked).toContain('east/heart/jobs');
  });

  it('shares lists of whole clusters as well', async () => {
    const { wide, asked } = createClient();
    const { signal } = new AbortController();
    await wide.list('applications', { cluster: 'east' }, { signal });
    await wide.list('applications', { cluster: 'east' }, { signal });
    expect(asked).toEqual(['east/*/applications']);
  });

  it('shares nothing with who needs a fresh reading', async () => {
    const { wide, listAll, asked, clock } = createClient();
    await listAll();
    asked.length = 0;
    const { signal } = new AbortController();
    const place = { cluster: 'east', namespace: 'heart' };
    await wide.list('pods', place, { signal, notBefore: clock.now });
    expect(asked).toEqual(['east/heart/pods']);
  });
});
