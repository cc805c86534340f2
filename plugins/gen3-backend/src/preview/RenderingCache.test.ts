import { RenderingCache } from './RenderingCache';

describe('RenderingCache', () => {
  let made = 0;
  const create = () =>
    RenderingCache.create<string>({
      maxEntries: 2,
      maxBytes: 100,
      sizeOf: ({ length }) => length,
    });
  const make = (text: string) => async () => {
    made += 1;
    return text;
  };

  beforeEach(() => {
    made = 0;
  });

  it('makes once what several ask for, and keeps it', async () => {
    const cache = create();
    await Promise.all([cache.get('a', make('x')), cache.get('a', make('y'))]);
    expect(await cache.get('a', make('z'))).toBe('x');
    expect(made).toBe(1);
  });

  it('keeps no failure', async () => {
    const cache = create();
    const fail = () => Promise.reject(new Error('no'));
    await expect(cache.get('a', fail)).rejects.toThrow('no');
    expect(await cache.get('a', make('x'))).toBe('x');
  });

  it('says whether anybody still waits, and makes anew what nobody waited for', async () => {
    const cache = create();
    const waits = { first: true, second: true };
    let ask = () => {};
    const whenAsked = new Promise<void>(resolve => {
      ask = resolve;
    });
    const makeIfWanted = async (isWanted: () => boolean) => {
      await whenAsked;
      if (!isWanted()) throw new Error('nobody waits');
      return make('x')();
    };
    const both = [
      cache.get('a', makeIfWanted, () => waits.first),
      cache.get('a', makeIfWanted, () => waits.second),
    ];
    const alone = cache.get('b', makeIfWanted, () => waits.first);
    waits.first = false;
    ask();
    expect(await Promise.all(both)).toEqual(['x', 'x']);
    await expect(alone).rejects.toThrow('nobody waits');
    expect(await cache.get('b', make('y'))).toBe('y');
    expect(made).toBe(2);
  });

  it('forgets what was not used for the longest time', async () => {
    const cache = create();
    await cache.get('a', make('a'));
    await cache.get('b', make('b'));
    await cache.get('a', make('a'));
    await cache.get('c', make('c'));
    await cache.get('a', make('a'));
    expect(made).toBe(3);
    await cache.get('b', make('b'));
    expect(made).toBe(4);
  });

  it('does not keep more than it may', async () => {
    const cache = create();
    await cache.get('a', make('x'.repeat(60)));
    await cache.get('b', make('x'.repeat(60)));
    await cache.get('b', make(''));
    expect(made).toBe(2);
    await cache.get('a', make(''));
    expect(made).toBe(3);
  });
});
