import { keepOrder } from './keepOrder';

const rows = (...keys: string[]) => keys.map(key => ({ key }));
const keep = (incoming: string[], order: string[]) => {
  const { rows: kept, moved } = keepOrder(
    rows(...incoming),
    order,
    row => row.key,
  );
  return { order: kept.map(row => row.key).join(''), moved };
};

describe('keepOrder', () => {
  it.each([
    ['the same rows', 'abc', 'abc', 'abc', false],
    ['another order', 'cab', 'abc', 'abc', true],
    ['a new row first', 'xab', 'ab', 'abx', true],
    ['a row that is gone', 'ac', 'abc', 'ac', false],
  ])('%s', (_, incoming, shown, expected, moved) => {
    expect(keep([...incoming], [...shown])).toEqual({ order: expected, moved });
  });
});
