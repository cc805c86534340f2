import { parseMergeTree } from './mergeTree';

describe('parseMergeTree', () => {
  const tree = 'a'.repeat(40);

  it.each([
    ['a clean merge', `${tree}\0`, []],
    ['conflicts', `${tree}\0b\0a ä\n"c"\0`, ['a ä\n"c"', 'b']],
    ['a path that comes twice', `${tree}\0b\0b\0`, ['b']],
  ])('reads %s', (_label, output, conflicts) => {
    expect(parseMergeTree(output)).toEqual({ tree, conflicts });
  });
});
