import { waitFor } from '@testing-library/react';
import { createLimit } from './createLimit';

function createGate() {
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { opened, open };
}

describe('createLimit', () => {
  it('lets no more run at once, the others in their order', async () => {
    const limit = createLimit(2);
    const gates = ['a', 'b', 'c', 'd'].map(name => ({ name, ...createGate() }));
    const begun: string[] = [];
    const done = gates.map(({ name, opened }) =>
      limit(async () => {
        begun.push(name);
        await opened;
        return name;
      }),
    );
    await waitFor(() => expect(begun).toEqual(['a', 'b']));
    gates[1]?.open();
    await waitFor(() => expect(begun).toEqual(['a', 'b', 'c']));
    gates.forEach(({ open }) => open());
    expect(await Promise.all(done)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes on after one that fails', async () => {
    const limit = createLimit(1);
    const failed = limit(async () => {
      throw new Error('no');
    });
    const next = limit(async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('never begins what is aborted while it waits', async () => {
    const limit = createLimit(1);
    const gate = createGate();
    const first = limit(() => gate.opened);
    const stop = new AbortController();
    let hasBegun = false;
    const second = limit(async () => {
      hasBegun = true;
    }, stop.signal);
    stop.abort();
    await expect(second).rejects.toThrow(/abort/);
    gate.open();
    await first;
    expect(hasBegun).toBe(false);
    expect(await limit(async () => 'free')).toBe('free');
  });
});
