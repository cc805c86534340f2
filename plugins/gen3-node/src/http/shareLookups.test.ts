import { shareLookups } from './shareLookups';

describe('shareLookups', () => {
  const address = { address: '8.8.4.4', family: 4 };

  function setUp() {
    const asked: string[] = [];
    let time = 0;
    let failing = false;
    const resolve = shareLookups({
      now: () => time,
      atOnce: 2,
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

  describe('with a name server that is silent about some names', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    /** Two names at a time; those that begin with `dead` hang until the resolver gives up on all of them. */
    function setUpSilent() {
      const asked: string[] = [];
      const dead: Array<(error: Error) => void> = [];
      const resolve = shareLookups({
        now: () => 0,
        atOnce: 2,
        resolve: hostname => {
          asked.push(hostname);
          return hostname.startsWith('dead')
            ? new Promise((_, reject) => dead.push(reject))
            : Promise.resolve([address]);
        },
      });
      return {
        asked,
        /** What becomes of a lookup. */
        outcomeOf: (hostname: string) =>
          resolve(hostname).then(
            () => 'found',
            error => error.code,
          ),
        giveUp: () =>
          dead.splice(0).forEach(reject => reject(new Error('EAI_AGAIN'))),
      };
    }

    it('gives up before the resolver does, with a code that accuses the name server', async () => {
      const { outcomeOf } = setUpSilent();
      const outcome = outcomeOf('dead-1');
      await jest.advanceTimersByTimeAsync(3000);
      expect(await outcome).toBe('ETIMEOUT');
      expect(jest.getTimerCount()).toBe(0);
    });

    it('does not start more than the resolver can do, as long as it is busy', async () => {
      const { asked, outcomeOf } = setUpSilent();
      const outcomes = ['dead-1', 'dead-2', 'alive'].map(outcomeOf);
      await jest.advanceTimersByTimeAsync(3000);
      expect(await Promise.all(outcomes)).toEqual(Array(3).fill('ETIMEOUT'));
      expect(asked).toEqual(['dead-1', 'dead-2']);
    });

    it('leaves a place to the others once it knows which names are dead', async () => {
      // Four names with dead servers used to take all threads, and every other commons timed out.
      const { asked, outcomeOf, giveUp } = setUpSilent();
      const first = ['dead-1', 'dead-2'].map(outcomeOf);
      await jest.advanceTimersByTimeAsync(3000);
      await Promise.all(first);
      giveUp();
      const again = ['dead-1', 'dead-2'].map(outcomeOf);
      expect(await outcomeOf('alive')).toBe('found');
      expect(asked.slice(2)).toEqual(['dead-1', 'alive']);
      await jest.advanceTimersByTimeAsync(3000);
      expect(await Promise.all(again)).toEqual(['ETIMEOUT', 'ETIMEOUT']);
    });
  });
});
