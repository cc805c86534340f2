import { createGate } from '../__testUtils__/createGate';
import { createTestReader } from './__testUtils__/createTestReader';
import {
  FORBIDDEN,
  listAnswer,
  portalErrorAnswer,
  requestErrorAnswer,
  statusAnswer,
} from './__testUtils__/kubernetesAnswers';

const never = () => new Promise<never>(() => {});
const NO_ANSWER = 'timeout: no answer within 10 s';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const tick = () => jest.advanceTimersByTimeAsync(0);

describe('turns', () => {
  it('are limited for each cluster and overall, and come in order', async () => {
    const gate = createGate();
    const { read, requests } = createTestReader(
      async ({ path }) => {
        await gate.wait();
        return listAnswer([path]);
      },
      { maxPerCluster: 2, maxConcurrent: 3 },
    );
    const reads = ['a', 'a', 'a', 'b', 'b'].map(cluster =>
      read('pods', { cluster }),
    );
    await tick();
    expect(requests.map(({ cluster }) => cluster)).toEqual(['a', 'a', 'b']);
    gate.open();
    await Promise.all(reads);
    expect(requests).toHaveLength(5);
  });

  it('waiting for one does not take a place of other clusters', async () => {
    const gate = createGate();
    const { read } = createTestReader(
      async ({ cluster }) => {
        await (cluster === 'hangs' ? gate.wait() : undefined);
        return listAnswer([cluster]);
      },
      { maxPerCluster: 1, maxConcurrent: 2 },
    );
    const hanging = [1, 2, 3].map(() => read('pods', { cluster: 'hangs' }));
    await tick();
    expect(await read('pods', { cluster: 'works' })).toEqual(['works']);
    gate.open();
    await Promise.all(hanging);
  });

  it('leave each list its whole time, however long it waited', async () => {
    const { read } = createTestReader(
      async ({ cluster }) => {
        await new Promise(done => setTimeout(done, 9_000));
        return listAnswer([cluster]);
      },
      { maxConcurrent: 1 },
    );
    const reads = ['one', 'two'].map(cluster => read('pods', { cluster }));
    await jest.advanceTimersByTimeAsync(18_000);
    expect(await Promise.all(reads)).toEqual([['one'], ['two']]);
  });

  it('are waited for a little longer than for an answer, and none is no fault of the cluster', async () => {
    const { read } = createTestReader(
      ({ cluster }) => (cluster === 'works' ? listAnswer([cluster]) : never()),
      { maxConcurrent: 1 },
    );
    const hanging = ['hangs', 'hangs-too'].map(cluster =>
      read('pods', { cluster }),
    );
    const waiting = read('pods', { cluster: 'works' });
    await jest.advanceTimersByTimeAsync(20_000);
    expect(await waiting).toBe(
      "no-place: no place of the portal's own was free within 11 s",
    );
    expect(await Promise.all(hanging)).toEqual([NO_ANSWER, NO_ANSWER]);
    expect(await read('pods', { cluster: 'works' })).toEqual(['works']);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe('a failure of a whole cluster', () => {
  it('is that of all kinds and namespaces for a moment, so a hanging cluster costs one deadline', async () => {
    const { read, requests } = createTestReader(never);
    const first = read('pods');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await first).toBe(NO_ANSWER);
    expect(await read('jobs')).toBe(NO_ANSWER);
    expect(await read('pods', { namespace: 'lung' })).toBe(NO_ANSWER);
    expect(requests).toHaveLength(1);
  });

  it('costs its whole deadline once: in later rounds it is knocked at first', async () => {
    const { read, paths } = createTestReader(never);
    const first = read('pods');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await first).toBe(NO_ANSWER);
    for (let round = 0; round < 3; round += 1) {
      await jest.advanceTimersByTimeAsync(60_000);
      const kinds = ['pods', 'jobs', 'deployments', 'events', 'nodes'] as const;
      const later = kinds.map(kind => read(kind));
      await jest.advanceTimersByTimeAsync(3_400);
      expect(await Promise.all(later)).toEqual(
        Array(5).fill(`${NO_ANSWER}, and none since`),
      );
    }
    expect(paths().slice(1)).toEqual(['version', 'version', 'version']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is over in the round in which it answers a knock', async () => {
    const answers = [never, never];
    const { read, paths } = createTestReader(({ path }) => {
      const answer = answers.pop();
      if (answer) {
        return answer();
      }
      return path === 'version' ? FORBIDDEN : listAnswer(['a']);
    });
    const first = read('pods');
    await jest.advanceTimersByTimeAsync(10_000);
    await first;
    await jest.advanceTimersByTimeAsync(60_000);
    const second = read('pods');
    await jest.advanceTimersByTimeAsync(3_400);
    expect(await second).toBe(`${NO_ANSWER}, and none since`);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await Promise.all([read('pods'), read('jobs')])).toEqual([
      ['a'],
      ['a'],
    ]);
    const asked = paths().length;
    await read('pods', { namespace: 'lung' });
    expect(paths()).toHaveLength(asked + 1);
  });

  it('is over when another list is answered while somebody knocks', async () => {
    const gate = createGate();
    let asked = 0;
    const { read } = createTestReader(async ({ path }) => {
      if (path.includes('/jobs')) {
        await gate.wait();
        return listAnswer(['job']);
      }
      asked += path.includes('/pods') ? 1 : 0;
      return asked === 2 ? listAnswer(['pod']) : never();
    });
    const first = read('pods');
    await jest.advanceTimersByTimeAsync(8_000);
    const underWay = read('jobs');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await first).toBe(NO_ANSWER);
    await jest.advanceTimersByTimeAsync(5_500);
    const knocking = read('pods');
    await jest.advanceTimersByTimeAsync(1_000);
    gate.open();
    expect(await underWay).toEqual(['job']);
    await jest.advanceTimersByTimeAsync(2_400);
    expect(await knocking).toEqual(['pod']);
  });

  it('is looked for with the whole deadline again when it was long ago', async () => {
    const { read } = createTestReader(never);
    const first = read('pods');
    await jest.advanceTimersByTimeAsync(10_000);
    await first;
    await jest.advanceTimersByTimeAsync(11 * 60_000);
    const later = read('pods');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await later).toBe(NO_ANSWER);
  });

  it('is told to those that were waiting already', async () => {
    const { read, requests } = createTestReader(never);
    const first = ['1', '2', '3', '4'].map(namespace =>
      read('pods', { namespace }),
    );
    await jest.advanceTimersByTimeAsync(9_000);
    const waiting = ['5', '6'].map(namespace => read('pods', { namespace }));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await Promise.all([...first, ...waiting])).toEqual(
      Array(6).fill(NO_ANSWER),
    );
    expect(requests).toHaveLength(4);
  });

  it('is told to those that have waited as long as the first', async () => {
    const { read, requests } = createTestReader(never);
    const reads = ['1', '2', '3', '4', '5', '6'].map(namespace =>
      read('pods', { namespace }),
    );
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await Promise.all(reads)).toEqual(Array(6).fill(NO_ANSWER));
    expect(requests).toHaveLength(4);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('leaves other clusters alone', async () => {
    const { read } = createTestReader(({ cluster }) =>
      cluster === 'gone'
        ? requestErrorAnswer('ECONNREFUSED')
        : listAnswer(['a']),
    );
    expect(await read('pods', { cluster: 'gone' })).toBe(
      'unreachable: the connection was refused',
    );
    expect(await read('pods', { cluster: 'prod' })).toEqual(['a']);
  });

  it.each([
    ['refused', requestErrorAnswer('ECONNREFUSED')],
    ['not trusted', requestErrorAnswer('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['a bad token', statusAnswer(401, 'Unauthorized')],
    [
      'a name that is wrong',
      portalErrorAnswer(404, { name: 'NotFoundError', message: 'x' }),
    ],
    ['no plugin', { status: 404, contentType: '', text: '', truncated: false }],
  ])('may be %s', async (_label, answer) => {
    const { read, requests } = createTestReader(() => answer);
    const failure = await read('pods');
    expect(await read('jobs')).toBe(failure);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['one kind that may not be read', FORBIDDEN],
    ['one kind that the server fails at', statusAnswer(500, 'etcd')],
    ['one list that is none', listAnswer([], { kind: 'Pod' })],
  ])('is not %s', async (_label, answer) => {
    const { read } = createTestReader(({ path }) =>
      path.includes('/pods') ? answer : listAnswer(['a']),
    );
    expect(await read('pods')).toEqual(expect.any(String));
    expect(await read('jobs')).toEqual(['a']);
  });

  it('is not a list that hangs while others of the cluster are answered', async () => {
    const { read } = createTestReader(({ path }) =>
      path.includes('/pods') ? never() : listAnswer(['a']),
    );
    const hanging = read('pods');
    await jest.advanceTimersByTimeAsync(1);
    expect(await read('jobs')).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await hanging).toBe(NO_ANSWER);
    expect(await read('deployments')).toEqual(['a']);
  });

  it('ends with the first answer', async () => {
    const gate = createGate();
    const { read } = createTestReader(async ({ path }) => {
      if (path.includes('/pods')) {
        return requestErrorAnswer('ECONNRESET');
      }
      await gate.wait();
      return listAnswer(['a']);
    });
    const underWay = read('jobs');
    await tick();
    expect(await read('pods')).toBe('unreachable: the connection was reset');
    gate.open();
    expect(await underWay).toEqual(['a']);
    expect(await read('deployments')).toEqual(['a']);
  });
});
