import { mapLimited } from './mapLimited';

/** Work that ends when the test says so. */
function createWork() {
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (item: string) => {
    started.push(item);
    return new Promise<string>((resolve, reject) => {
      ends.set(item, error =>
        error ? reject(error) : resolve(item.toUpperCase()),
      );
    });
  };
  const end = async (item: string, error?: Error) => {
    ends.get(item)?.(error);
    await new Promise(resolve => {
      setImmediate(resolve);
    });
  };
  return { work, started, end };
}

describe('mapLimited', () => {
  it('does a few at once, and keeps their order', async () => {
    const { work, started, end } = createWork();
    const done = mapLimited(['a', 'b', 'c'], 2, work);
    await end('');
    expect(started).toEqual(['a', 'b']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
    await end('c');
    await end('a');
    await expect(done).resolves.toEqual(['A', 'B', 'C']);
  });

  // Charts were rendered, and files of an archive read, after the run had failed and the next one had begun.
  it('begins nothing after a failure, and waits for what has begun', async () => {
    const { work, started, end } = createWork();
    let hasSettled = false;
    const done = mapLimited(['a', 'b', 'c'], 2, work).finally(() => {
      hasSettled = true;
    });
    const failure = done.catch(String);
    await end('');
    await end('a', new Error('first'));
    expect(hasSettled).toBe(false);
    await end('b', new Error('second'));
    expect(await failure).toBe('Error: first');
    expect(started).toEqual(['a', 'b']);
  });
});
