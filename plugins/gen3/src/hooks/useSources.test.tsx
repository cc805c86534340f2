import { createFakeGen3Api } from '../__testUtils__/createFakeGen3Api';
import { source, sourcesResponse } from '../__testUtils__/fixtures';
import { pass, renderGen3Hook, SETTLED } from '../__testUtils__/renderGen3Hook';
import { useConfirmDrop, useRefreshSource, useSources } from './useSources';

const now = () => new Date().toISOString();

/** A portal that begins a run when `begin` is called. */
function createPortal() {
  let demo = source();
  const portal = {
    asked: 0,
    begin: () => {
      demo = source({ running: true, lastTryAt: now() });
    },
    finish: () => {
      demo = { ...demo, running: false, lastGoodAt: now() };
    },
    api: {
      ...createFakeGen3Api(),
      getSources: async () => {
        portal.asked += 1;
        return sourcesResponse([demo]);
      },
    },
  };
  return portal;
}

describe('useSources', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  // A run begins some seconds after the wish; the page looked at once, saw none, and looked again after half a minute.
  it.each([
    ['a refresh', () => useRefreshSource('demo-gitops')],
    ['a drop', () => useConfirmDrop('demo-gitops', ['bone.example'])],
  ])('follows %s until it is done', async (_, useRun) => {
    const portal = createPortal();
    const { result } = renderGen3Hook(
      () => ({ sources: useSources(), run: useRun() }),
      portal.api,
    );
    const demo = () => result.current.sources.data?.items[0];
    await pass(SETTLED);

    result.current.run.mutate();
    await pass(4_000);
    expect(result.current.run.isPending).toBe(true);

    portal.begin();
    await pass(2_000 + SETTLED);
    expect(result.current.run.isPending).toBe(false);
    expect(demo()?.running).toBe(true);

    portal.finish();
    await pass(2_000 + SETTLED);
    expect(demo()?.running).toBe(false);

    const { asked } = portal;
    await pass(20_000);
    expect(portal.asked).toBe(asked);
  });

  it('stops following a run that does not begin', async () => {
    const portal = createPortal();
    const { result } = renderGen3Hook(
      () => ({ sources: useSources(), run: useRefreshSource('demo-gitops') }),
      portal.api,
    );
    await pass(SETTLED);

    result.current.run.mutate();
    await pass(SETTLED);
    await pass(60_000);
    expect(result.current.run.isPending).toBe(false);

    const { asked } = portal;
    await pass(20_000);
    expect(portal.asked - asked).toBeLessThan(2);
  });

  it('says why a wish was refused', async () => {
    const portal = createPortal();
    const { result } = renderGen3Hook(() => useRefreshSource('demo-gitops'), {
      ...portal.api,
      refreshSource: async () => {
        throw new Error('is being read already');
      },
    });
    await pass(SETTLED);

    result.current.mutate();
    await pass(SETTLED);
    expect(result.current.error?.message).toBe('is being read already');
    expect(result.current.isPending).toBe(false);
  });
});
