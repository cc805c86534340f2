import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const COMMENT_AND_KEY =
  /(?<comment>\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*\b(?<key>\w+)\??:\s*(?<type>\S+)/g;

/** Keys that hold other keys have the visibility of those. */
const isContainer = (type: string) =>
  /^(\{$|Array<\{|Gen3\w+Config)/.test(type);

/** Values below keys of the adopter's own choice are those of the key above. */
const isIndex = (key: string, type: string) =>
  key === 'key' || type.startsWith('string]');

describe('config.d.ts', () => {
  it('says of every key who may see it', () => {
    // About thirty keys said nothing, and so nobody knew whether the browser is told them.
    const text = readFileSync(join(__dirname, '../../config.d.ts'), 'utf8');
    const silent = [...text.matchAll(COMMENT_AND_KEY)].flatMap(({ groups }) => {
      const { comment = '', key = '', type = '' } = groups ?? {};
      return isContainer(type) ||
        isIndex(key, type) ||
        comment.includes('@visibility')
        ? []
        : [key];
    });
    expect(silent).toEqual([]);
  });
});
