import { GitHistory } from '@gen3-csoc/backstage-plugin-gen3-node';
import { describeHistoryFailure } from './describeHistoryFailure';
import { SourceHistory } from './SourceHistory';

const ABOUT = { ref: 'main', paths: ['heart'] };
const tick = () => new Promise(resolve => setImmediate(resolve));

/** A history whose questions stay open until they are told to end. */
function create(change: Partial<GitHistory> = {}) {
  let isClosed = false;
  let running = 0;
  let most = 0;
  let open = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  const history = SourceHistory.create({
    now: Date.now,
    history: {
      url: 'https://git.example/r',
      list: async () => {
        running += 1;
        most = Math.max(most, running);
        await opened;
        running -= 1;
        return [];
      },
      listContained: async () => [],
      isReading: () => false,
      close: async () => {
        isClosed = true;
      },
      ...change,
    },
  });
  return {
    history,
    open: () => open(),
    most: () => most,
    isClosed: () => isClosed,
  };
}

afterEach(() => {
  jest.useRealTimers();
});

describe('SourceHistory', () => {
  it('asks a few questions at once, and so many in a minute', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    const { history, open, most } = create();
    const readings = Array.from({ length: 40 }, (_, at) =>
      history.list({ ref: 'main', paths: [`${at}`] }),
    );
    await tick();
    open();
    const states = (await Promise.all(readings)).map(({ state }) => state);
    expect(most()).toBe(4);
    expect(states).toEqual([
      ...Array(30).fill('read'),
      ...Array(10).fill('refused'),
    ]);
    // Who is refused may ask again: that is not kept.
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await history.list({ ref: 'main', paths: ['39'] })).toMatchObject({
      state: 'read',
    });
  });

  it('says of a history that takes long that it is still being read', async () => {
    jest.useFakeTimers();
    const { history } = create({ isReading: () => true });
    const asked = history.list(ABOUT);
    await jest.advanceTimersByTimeAsync(10_000);
    const reading = await asked;
    expect(reading).toMatchObject({ state: 'failed', isReading: true });
    const error = reading.state === 'failed' && reading.error;
    const repo = 'https://git.example/r';
    expect(describeHistoryFailure(error, { repo, isReading: true })).toBe(
      'Cannot list the commits of "https://git.example/r" yet: its history is still being read, which can take a minute or two the first time; try again in a moment',
    );
    expect(describeHistoryFailure(error, { repo })).toMatch(
      /within 10 s; check that its host can be reached from the portal/,
    );
  });

  it('keeps what a revision contains, and asks again about one that was not there', async () => {
    jest.useFakeTimers();
    const asked: string[] = [];
    const { history } = create({
      listContained: async ({ revision }) => {
        asked.push(revision);
        return revision === 'known' ? [] : undefined;
      },
    });
    const ask = async () => {
      await history.listContained({ revision: 'known', paths: [] });
      await history.listContained({ revision: 'unknown', paths: [] });
    };
    await ask();
    await ask();
    await jest.advanceTimersByTimeAsync(60_000);
    await ask();
    expect(asked).toEqual(['known', 'unknown', 'unknown']);
  });

  it('closes what it reads', async () => {
    const { history, isClosed } = create();
    await history.close();
    expect(isClosed()).toBe(true);
  });
});
