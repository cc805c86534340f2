import { ChangeDetails } from '@gen3-csoc/backstage-plugin-gen3-common';
import { changeDetails } from '../__testUtils__/changeFixtures';
import { Gen3Api } from '../api/Gen3Api';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { useChange, useChangeAction } from './useChanges';

function createPortal() {
  const portal: { asked: number; state: ChangeDetails['state']; api: Gen3Api } =
    {
      asked: 0,
      state: 'open',
      api: {
        ...createFakeGen3Api(),
        getChange: async () => {
          portal.asked += 1;
          return changeDetails({ state: portal.state });
        },
      },
    };
  return portal;
}

describe('useChange', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('follows a change until it has ended', async () => {
    const portal = createPortal();
    const { result } = renderGen3Hook(() => useChange('c-1'), portal.api);
    await pass(SETTLED);
    expect(portal.asked).toBe(1);

    portal.state = 'failed';
    await pass(10_000 + SETTLED);
    expect(portal.asked).toBe(2);
    expect(result.current.data?.state).toBe('failed');

    await pass(60_000);
    expect(portal.asked).toBe(2);
  });

  it('shows what an action led to at once, and not an older answer that comes after it', async () => {
    const portal = createPortal();
    let answer = () => {};
    const { result } = renderGen3Hook(
      () => ({ change: useChange('c-1'), act: useChangeAction('c-1') }),
      {
        ...portal.api,
        getChange: async (id, options) => {
          if (portal.asked > 0) {
            await new Promise<void>(resolve => (answer = resolve));
          }
          options?.signal?.throwIfAborted();
          return portal.api.getChange(id);
        },
        mergeChange: async () => changeDetails({ state: 'merged' }),
      },
    );
    await pass(SETTLED);
    await pass(10_000);
    result.current.act.mutate({ action: 'merge' });
    await pass(SETTLED);
    answer();
    await pass(SETTLED);

    expect(result.current.change.data?.state).toBe('merged');
  });
});
