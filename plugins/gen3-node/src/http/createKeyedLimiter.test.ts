import { createKeyedLimiter } from './createKeyedLimiter';

describe('createKeyedLimiter', () => {
  it('limits every key apart and forgets keys that nobody uses', async () => {
    const limiter = createKeyedLimiter(1);
    let open = () => {};
    const opened = new Promise<void>(resolve => {
      open = resolve;
    });
    const started: string[] = [];
    const run = (key: string) =>
      limiter.run(key, {}, () => {
        started.push(key);
        return opened;
      });
    const done = [run('a'), run('a'), run('b')];
    await new Promise(resolve => setImmediate(resolve));
    expect(started).toEqual(['a', 'b']);
    expect(limiter.size()).toBe(2);
    open();
    await Promise.all(done);
    expect(started).toEqual(['a', 'b', 'a']);
    expect(limiter.size()).toBe(0);
  });
});
