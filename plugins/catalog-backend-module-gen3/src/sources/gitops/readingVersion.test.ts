import { parseVersion, writeVersion } from './readingVersion';

describe('readingVersion', () => {
  // A revision such as main~1 once made the version unreadable, so that every run read everything.
  it.each(['main', 'feat/ai', 'main~1', '>= 1, < 2', 'a=b'])(
    'reads what it wrote of the revision %p',
    revision => {
      const version = {
        main: 'c1',
        others: new Map([
          [revision, 'c2'],
          ['gone', undefined],
        ]),
        rules: 'abc',
      };
      expect(parseVersion(writeVersion(version))).toEqual(version);
    },
  );

  it.each(['', 'c1', 'c1,~abc', ',a=b~abc'])('does not read %p', text => {
    expect(parseVersion(text)).toBeUndefined();
  });
});
