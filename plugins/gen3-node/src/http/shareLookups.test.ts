import { shareLookups } from './shareLookups';

describe('shareLookups', () => {
  const address = { address: '8.8.4.4', family: 4 };

  function setUp() {
    const asked: string[] = [];
    let time = 0;
    let failing = false;
    const resolve = shareLookups({
      now: () => time,
      resolve: async hostname => {
        asked.push(hostname);
        if (failing) {
          throw new Error('no such name');
        }
        return [address];
      },
    });
    return {
      asked,
      resolve,
      pass: (ms: number) => {
        time += ms;
      },
      fail: (value: boolean) => {
        failing = value;
      },
    };
  }

  it('joins lookups of a name that come together, and keeps what they found for a round', async () => {
    const { asked, resolve, pass } = setUp();
    await Promise.all([resolve('a'), resolve('a'), resolve('b')]);
    expect(asked).toEqual(['a', 'b']);
    pass(14_999);
    await expect(resolve('a')).resolves.toEqual([address]);
    expect(asked).toEqual(['a', 'b']);
    pass(1);
    await resolve('a');
    expect(asked).toEqual(['a', 'b', 'a']);
  });

  it('does not keep failures', async () => {
    const { asked, resolve, fail } = setUp();
    fail(true);
    await expect(resolve('a')).rejects.toThrow('no such name');
    fail(false);
    await expect(resolve('a')).resolves.toEqual([address]);
    expect(asked).toEqual(['a', 'a']);
  });
});
