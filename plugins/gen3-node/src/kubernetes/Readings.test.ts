import { Readings } from './Readings';

function createReadings() {
  const readings = Readings.create<{ readAt: string; name: string }>({
    now: Date.now,
    maxAgeMs: 5_000,
  });
  let reads = 0;
  const read = async () => {
    reads += 1;
    return { readAt: new Date().toISOString(), name: `reading ${reads}` };
  };
  return { readings, read, count: () => reads };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('Readings', () => {
  it('shares one that is under way, and keeps it until it is too old', async () => {
    const { readings, read } = createReadings();
    const [first, second] = await Promise.all([
      readings.share('a', read),
      readings.share('a', read),
    ]);
    expect(second).toBe(first);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(await readings.share('a', read)).toBe(first);
    expect(await readings.share('b', read)).toMatchObject({
      name: 'reading 2',
    });
    await jest.advanceTimersByTimeAsync(1);
    expect(await readings.share('a', read)).toMatchObject({
      name: 'reading 3',
    });
  });

  it('drops those that nobody asks for again, and then needs no timer', async () => {
    const { readings, read } = createReadings();
    await Promise.all(
      Array.from({ length: 50 }, (_, key) => readings.share(`${key}`, read)),
    );
    await jest.advanceTimersByTimeAsync(3_000);
    await readings.share('later', read);
    expect(readings.size()).toBe(51);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(readings.size()).toBe(1);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(readings.size()).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('keeps none that is too old already, and none of a future that was set back', async () => {
    const { readings, read, count } = createReadings();
    const old = { readAt: new Date(0).toISOString(), name: 'old' };
    expect(await readings.share('a', async () => old)).toBe(old);
    await readings.share('a', read);
    jest.setSystemTime(Date.now() - 3_600_000);
    await readings.share('a', read);
    expect(count()).toBe(2);
  });
});
