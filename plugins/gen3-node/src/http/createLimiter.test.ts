import { getEventListeners } from 'node:events';
import { createGate } from '../__testUtils__/createGate';
import { createLimiter, Limiter } from './createLimiter';

const tick = () => new Promise(resolve => setImmediate(resolve));
const never = () => ({ signal: new AbortController().signal });

afterEach(() => {
  jest.useRealTimers();
});

describe('createLimiter', () => {
  it('runs at most as many at once as it is told, in order', async () => {
    const limiter = createLimiter(2);
    const gates = [1, 2, 3, 4].map(createGate);
    const started: number[] = [];
    const done = gates.map((gate, index) =>
      limiter.run(never(), async () => {
        started.push(index);
        await gate.wait();
        return index;
      }),
    );
    await tick();
    expect(started).toEqual([0, 1]);
    gates[1].open();
    await tick();
    expect(started).toEqual([0, 1, 2]);
    gates.forEach(gate => gate.open());
    await expect(Promise.all(done)).resolves.toEqual([0, 1, 2, 3]);
    expect(limiter.isIdle()).toBe(true);
  });

  it('lets a waiter leave when its signal aborts, and gives its place to the next', async () => {
    const limiter = createLimiter(1);
    const gate = createGate();
    const leaving = new AbortController();
    const first = limiter.run(never(), gate.wait);
    const second = limiter.run(leaving, async () => 'second');
    const third = limiter.run(never(), async () => 'third');
    const reason = new Error('gave up');
    // Both in one tick: the place that becomes free must not go to the one that left.
    leaving.abort(reason);
    gate.open();
    await expect(second).rejects.toBe(reason);
    await expect(third).resolves.toBe('third');
    await first;
    expect(limiter.isIdle()).toBe(true);
  });

  it('lets a waiter go that waited too long, without a trace', async () => {
    jest.useFakeTimers();
    const limiter = createLimiter(1);
    const gate = createGate();
    const { signal } = new AbortController();
    const first = limiter.run(never(), gate.wait);
    const second = limiter.run(
      { signal, maxWaitMs: 5000 },
      async () => 'second',
    );
    const third = limiter.run({ signal, maxWaitMs: 9000 }, async () => 'third');
    const failure = second.catch(error => error);
    await jest.advanceTimersByTimeAsync(5000);
    expect(await failure).toMatchObject({
      name: 'NoPlaceError',
      message: "no place of the portal's own was free within 5 s",
    });
    gate.open();
    await expect(third).resolves.toBe('third');
    await first;
    expect(limiter.isIdle()).toBe(true);
    expect(jest.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('takes off what was spent on waiting elsewhere', async () => {
    jest.useFakeTimers();
    const limiter = createLimiter(1);
    const gate = createGate();
    const first = limiter.run(never(), gate.wait);
    const second = limiter
      .run({ ...never(), maxWaitMs: 5000, spentMs: () => 4000 }, async () => {})
      .catch(error => error);
    await jest.advanceTimersByTimeAsync(1000);
    expect(await second).toMatchObject({
      message: "no place of the portal's own was free within 5 s",
    });
    gate.open();
    await first;
  });

  it('refuses a signal that has aborted already, and survives tasks that fail', async () => {
    const limiter = createLimiter(1);
    const reason = new Error('too late');
    await expect(
      limiter.run({ signal: AbortSignal.abort(reason) }, async () => 'never'),
    ).rejects.toBe(reason);
    await expect(
      limiter.run(never(), () => Promise.reject(new Error('task'))),
    ).rejects.toThrow('task');
    expect(limiter.isIdle()).toBe(true);
  });

  describe('with places that open one by one', () => {
    /** Runs so many tasks and tells which have begun; each ends when it is told to. */
    function begin(limiter: Limiter, tasks: number) {
      const gates = Array.from({ length: tasks }, createGate);
      const begun: number[] = [];
      const done = gates.map((gate, index) =>
        limiter.run(never(), () => {
          begun.push(index);
          return gate.wait();
        }),
      );
      const end = async (index: number) => {
        gates[index].open();
        await done[index];
      };
      return { begun, end };
    }

    beforeEach(() => {
      jest.useFakeTimers();
    });

    it('runs one after the other what ends soon', async () => {
      const limiter = createLimiter(4, { openEveryMs: 250 });
      const { begun, end } = begin(limiter, 4);
      for (const index of [0, 1, 2, 3]) {
        await jest.advanceTimersByTimeAsync(249);
        expect(begun).toEqual([0, 1, 2, 3].slice(0, index + 1));
        await end(index);
      }
      expect(limiter.isIdle()).toBe(true);
      expect(jest.getTimerCount()).toBe(0);
    });

    it('opens one more place whenever nothing ended for that long, up to its limit', async () => {
      const limiter = createLimiter(3, { openEveryMs: 250 });
      const { begun, end } = begin(limiter, 5);
      await jest.advanceTimersByTimeAsync(250);
      expect(begun).toEqual([0, 1]);
      await jest.advanceTimersByTimeAsync(250);
      expect(begun).toEqual([0, 1, 2]);
      await jest.advanceTimersByTimeAsync(10_000);
      expect(begun).toEqual([0, 1, 2]);
      for (const index of [0, 1, 2, 3, 4]) {
        await end(index);
      }
      expect(begun).toEqual([0, 1, 2, 3, 4]);
    });

    it('begins with one place again after it was idle', async () => {
      const limiter = createLimiter(4, { openEveryMs: 250 });
      const slow = begin(limiter, 2);
      await jest.advanceTimersByTimeAsync(250);
      expect(slow.begun).toEqual([0, 1]);
      await slow.end(0);
      await slow.end(1);
      const { begun, end } = begin(limiter, 2);
      await jest.advanceTimersByTimeAsync(0);
      expect(begun).toEqual([0]);
      await end(0);
      await end(1);
    });

    it('opens no place for a waiter that left', async () => {
      const limiter = createLimiter(4, { openEveryMs: 250 });
      const { end } = begin(limiter, 1);
      const leaving = new AbortController();
      const left = limiter
        .run({ signal: leaving.signal }, async () => {})
        .catch(error => error);
      leaving.abort(new Error('gave up'));
      await expect(left).resolves.toThrow('gave up');
      expect(jest.getTimerCount()).toBe(0);
      await end(0);
    });
  });
});
