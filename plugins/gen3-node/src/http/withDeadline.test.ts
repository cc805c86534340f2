import { getEventListeners } from 'node:events';
import { DeadlineError, withDeadline } from './withDeadline';

const never = () => new Promise<never>(() => {});

describe('withDeadline', () => {
  it('hands on what the work brings and leaves no listener behind', async () => {
    const { signal } = new AbortController();
    await expect(
      withDeadline(
        { signals: [signal], timeoutMs: 60_000 },
        async () => 'done',
      ),
    ).resolves.toBe('done');
    await expect(
      withDeadline({ signals: [signal], timeoutMs: 60_000 }, () =>
        Promise.reject(new Error('failed')),
      ),
    ).rejects.toThrow('failed');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('ends at the deadline even when the work does not listen', async () => {
    await expect(
      withDeadline({ signals: [], timeoutMs: 20 }, never),
    ).rejects.toEqual(new DeadlineError(20));
  });

  it('tells the work when a signal aborts, and rejects with its reason', async () => {
    const caller = new AbortController();
    const reason = new Error('no longer wanted');
    let seen: unknown;
    const work = withDeadline(
      {
        signals: [new AbortController().signal, caller.signal],
        timeoutMs: 60_000,
      },
      async signal => {
        signal.addEventListener('abort', () => {
          seen = signal.reason;
        });
        return never();
      },
    );
    caller.abort(reason);
    await expect(work).rejects.toBe(reason);
    expect(seen).toBe(reason);
  });

  it('does not start work for a signal that has aborted already', async () => {
    const reason = new Error('too late');
    let started = false;
    await expect(
      withDeadline(
        { signals: [AbortSignal.abort(reason)], timeoutMs: 60_000 },
        async () => {
          started = true;
        },
      ),
    ).rejects.toBe(reason);
    expect(started).toBe(false);
  });
});
