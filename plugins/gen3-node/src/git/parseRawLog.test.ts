import { parseRawDiff, parseRawLog } from './parseRawLog';

const [NONE, ONE, TWO] = ['0', '1', '2'].map(digit => digit.repeat(40));

describe('parseRawLog', () => {
  // As git 2.39 writes it: a line break comes between the commit and its changes.
  it('reads commits with what they change, whatever the paths are', () => {
    expect(
      parseRawLog(
        `\u0001${ONE}\0\n:100644 100755 ${ONE} ${TWO} M\0d/a\0:000000 100644 ${NONE} ${ONE} A\0:ä\n b\0\u0001${TWO}\0\n:100644 000000 ${ONE} ${NONE} D\0\u0001c\0`,
      ),
    ).toEqual([
      {
        commit: ONE,
        changes: [
          {
            path: 'd/a',
            before: { mode: '100644', id: ONE },
            after: { mode: '100755', id: TWO },
          },
          {
            path: ':ä\n b',
            before: undefined,
            after: { mode: '100644', id: ONE },
          },
        ],
      },
      {
        commit: TWO,
        changes: [
          {
            path: '\u0001c',
            before: { mode: '100644', id: ONE },
            after: undefined,
          },
        ],
      },
    ]);
  });

  it('reads no commits', () => {
    expect(parseRawLog('')).toEqual([]);
  });
});

describe('parseRawDiff', () => {
  it('reads the paths at which two trees differ', () => {
    expect(parseRawDiff(`:120000 100644 ${ONE} ${TWO} T\0link\0`)).toEqual([
      {
        path: 'link',
        before: { mode: '120000', id: ONE },
        after: { mode: '100644', id: TWO },
      },
    ]);
    expect(parseRawDiff('')).toEqual([]);
  });
});
