import { RecentAnswers } from './RecentAnswers';

describe('RecentAnswers', () => {
  let clock = 0;
  let asked = 0;
  const create = (maxEntries = 100) =>
    RecentAnswers.create<number>({
      keepMs: 60_000,
      keepFailureMs: 15_000,
      maxEntries,
      now: () => clock,
    });
  const ask = async () => {
    asked += 1;
    return asked;
  };
  const fail = async () => {
    asked += 1;
    throw new Error(`failure ${asked}`);
  };

  beforeEach(() => {
    clock = 0;
    asked = 0;
  });

  it('asks once for all who ask at the same time, and again after a minute', async () => {
    const answers = create();
    expect(
      await Promise.all([answers.get('a', ask), answers.get('a', ask)]),
    ).toEqual([1, 1]);
    clock = 59_999;
    expect(await answers.get('a', ask)).toBe(1);
    clock = 60_000;
    expect(await answers.get('a', ask)).toBe(2);
  });

  it('keeps failures for less long', async () => {
    const answers = create();
    await expect(answers.get('a', fail)).rejects.toThrow('failure 1');
    clock = 14_999;
    await expect(answers.get('a', ask)).rejects.toThrow('failure 1');
    clock = 15_000;
    expect(await answers.get('a', ask)).toBe(2);
  });

  it('forgets the oldest when there are many', async () => {
    const answers = create(2);
    for (const key of ['a', 'b', 'c', 'a']) {
      // One after the other: the order is what matters.
      // eslint-disable-next-line no-await-in-loop
      await answers.get(key, ask);
    }
    expect(asked).toBe(4);
  });
});
