import { Versions } from './Versions';

it('knows what held before a time, as far as it is kept', () => {
  let now = new Date(0);
  const versions = Versions.create({
    first: 'a',
    now: () => now,
    capacity: 2,
  });
  const heldBefore = (milliseconds: number) =>
    versions.before(new Date(milliseconds))?.value;
  const replaceAt = (milliseconds: number, value: string) => {
    now = new Date(milliseconds);
    versions.replace(value);
  };

  replaceAt(10, 'b');
  replaceAt(20, 'c');

  expect(versions.latest).toBe('c');
  expect([10, 11, 20, 21].map(heldBefore)).toEqual(['a', 'b', 'b', 'c']);
  replaceAt(30, 'd');
  expect([10, 11, 31].map(heldBefore)).toEqual([undefined, 'b', 'd']);
});
