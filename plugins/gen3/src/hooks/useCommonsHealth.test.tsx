import { CommonsHealthResponse } from '@gen3-csoc/backstage-plugin-gen3-common';
import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { commonsHealth } from '../__testUtils__/fixtures';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { useCommonsHealth, useRefreshCommons } from './useCommonsHealth';

const COMMONS = { namespace: 'default', name: 'heart.example' };
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();

/** A portal whose collector takes a wish up when `collector` says so. */
function createPortal() {
  const collector: Partial<CommonsHealthResponse> = {
    refreshing: false,
    nextCheckAt: ago(-30_000),
  };
  const portal = {
    asked: 0,
    collector,
    api: {
      ...createFakeGen3Api(),
      getCommonsHealth: async () => {
        portal.asked += 1;
        return commonsHealth({}, { ...collector, asOf: ago(0) });
      },
      refreshCommons: async () => {
        collector.nextCheckAt = ago(0);
      },
    },
  };
  return portal;
}

describe('useCommonsHealth', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  // The wish was only noted when the page looked again, so it fell back to its slow rhythm and showed the round a minute late.
  it('follows a round from the wish to its end', async () => {
    const portal = createPortal();
    const { result } = renderGen3Hook(
      () => ({
        health: useCommonsHealth(COMMONS),
        refresh: useRefreshCommons(COMMONS),
      }),
      portal.api,
    );
    await pass(SETTLED);
    expect(result.current.health.data?.refreshing).toBe(false);

    result.current.refresh.mutate();
    await pass(SETTLED);
    Object.assign(portal.collector, {
      refreshing: true,
      nextCheckAt: ago(-60_000),
    });
    await pass(2_000 + SETTLED);
    expect(result.current.health.data?.refreshing).toBe(true);

    portal.collector.refreshing = false;
    await pass(2_000 + SETTLED);
    expect(result.current.health.data?.refreshing).toBe(false);

    const { asked } = portal;
    await pass(30_000);
    expect(portal.asked).toBe(asked);
  });

  it('does not hurry when nobody takes up a round that is due', async () => {
    const portal = createPortal();
    portal.collector.nextCheckAt = ago(5 * 60_000);
    renderGen3Hook(() => useCommonsHealth(COMMONS), portal.api);

    await pass(30_000);
    expect(portal.asked).toBe(1);
  });
});
