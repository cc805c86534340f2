import { createGate } from '../__testUtils__/createGate';
import { createKeyedLimiter } from './createKeyedLimiter';

describe('createKeyedLimiter', () => {
  it('limits every key apart and forgets keys that nobody uses', async () => {
    const limiter = createKeyedLimiter(1);
    const gate = createGate();
    const started: string[] = [];
    const run = (key: string) =>
      limiter.run(key, {}, () => {
        started.push(key);
        return gate.wait();
      });
    const done = [run('a'), run('a'), run('b')];
    await new Promise(resolve => setImmediate(resolve));
    expect(started).toEqual(['a', 'b']);
    expect(limiter.size()).toBe(2);
    gate.open();
    await Promise.all(done);
    expect(started).toEqual(['a', 'b', 'a']);
    expect(limiter.size()).toBe(0);
  });
});
